import { describe, expect, it } from 'vitest';
import { compile, findings, fixed, nodesOf, sketch, smallCourse, today, type Files } from './helpers.ts';
import { compileCourses } from '#content/compile.ts';
import { formatFixes } from '#content/report.ts';

const file = 'demo/vi/01-mot.md';
const lessonFile = (text: string): Files => ({ ...smallCourse, [file]: text });
const titleOf = async (files: Files) =>
	(await compile(files)).courses.demo?.manifest.lessons.mot?.locales.vi?.title;

describe('the title', () => {
	it('is a first heading of level 1, which the page then does not repeat', async () => {
		const files = lessonFile('---\nid: mot\n---\n\n# Gọi **điện** {#goi}\n\n## Mục\n');
		expect(await findings(files, file)).toEqual([]);
		expect(await titleOf(files)).toBe('Gọi điện');
		expect(sketch(await nodesOf('# Một\n\na\n'))).toBe('p("a")');
	});

	it('of a quiz too', async () => {
		const files = {
			...smallCourse,
			'demo/vi/02-hoi.quiz.md':
				'---\nid: hoi\nkind: practice\n---\n# Luyện tập\n\nĐọc.\n\n## A {#q}\n= true\n',
		};
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		expect(courses.demo?.manifest.quizzes.hoi?.locales.vi?.title).toBe('Luyện tập');
	});

	it.each([
		['the same twice is no trouble', '---\nid: mot\ntitle: Gọi điện\n---\n# Gọi điện\na\n', 'Gọi điện', []],
		['another one is told of', '---\nid: mot\ntitle: Một\n---\n# Gọi điện\na\n', 'Một', ['5:1 title-twice']],
		['with # in it, in quotes', '---\nid: mot\ntitle: "Món #1"\n---\na\n', 'Món #1', []],
		['with a comment behind', '---\nid: mot\ntitle: Một # tên tạm\n---\na\n', 'Một', []],
	])('%s', async (_, text, title, expected) => {
		expect(await findings(lessonFile(text), file)).toEqual(expected);
		expect(await titleOf(lessonFile(text))).toBe(title);
	});

	it.each([
		['cut by #', '---\nid: mot\ntitle: Món #1 của vùng\n---\na\n', ['3:8 yaml-hash']],
		['a summary cut by #', '---\nid: mot\ntitle: A\nsummary: Món #1\n---\na\n', ['4:10 yaml-hash']],
		['none', '---\nid: mot\n---\n## A\n\n# B\n', ['2:1 missing-field', '6:1 heading-level']],
		['too long', `---\nid: mot\n---\n# ${'a'.repeat(201)}\n\nb\n`, ['4:1 too-long']],
	])('%s: told of', async (_, text, expected) => {
		expect(await findings(lessonFile(text), file)).toEqual(expected);
	});

	it('of a course cut by # is told of', async () => {
		const course = String(smallCourse['demo/course.yaml']).replace(
			'title: { vi: Thử, km: សាកល្បង }',
			'title:\n  vi: Món #1\n  km: ក',
		);
		expect(await findings({ ...smallCourse, 'demo/course.yaml': course }, 'demo/course.yaml')).toEqual([
			'4:7 yaml-hash',
		]);
	});
});

describe('fields of other systems', () => {
	it('are left aside, with a word', async () => {
		const text = '---\nid: mot\ntitle: A\nlayout: post\nsidebar_position: 3\ntags: [a, b]\n---\nb\n';
		expect(await findings(lessonFile(text), file)).toEqual([
			'4:1 foreign-field',
			'5:1 foreign-field',
			'6:1 foreign-field',
		]);
		expect(await titleOf(lessonFile(text))).toBe('A');
	});

	it('what is near to a field of ours is an error', async () => {
		expect(await findings(lessonFile('---\nid: mot\ntitle: A\nskils: ["4.1"]\n---\nb\n'), file)).toEqual([
			'4:1 unknown-field',
		]);
	});
});

describe('--fix writes missing front matter', () => {
	const bare: Files = {
		...smallCourse,
		[file]: '# Gọi điện\n\nXin chào.\n',
		'demo/vi/02-nhan-tin.md': '\uFEFFNhắn.\r\n\r\nXong.\r\n',
		'demo/vi/03-hoi.quiz.md': '## Đúng không?\n\n- [x] Có\n- [ ] Không\n',
		'demo/km/01-mot.md': '# ហៅ\n\nសួស្តី\n',
	};

	it('with an id, a title where none is, and the kind of a quiz; then all is well', async () => {
		const once = await fixed(bare);
		expect(once[file]).toBe('---\nid: mot\n---\n\n# Gọi điện\n\nXin chào.\n');
		expect(once['demo/vi/02-nhan-tin.md']).toBe(
			'\uFEFF---\r\nid: nhan-tin\r\ntitle: Nhan tin\r\n---\r\n\r\nNhắn.\r\n\r\nXong.\r\n',
		);
		expect(once['demo/vi/03-hoi.quiz.md']).toMatch(
			/^---\nid: hoi\ntitle: Hoi\nkind: practice\n---\n\n## Đúng không\? \{#/,
		);
		const twice = await fixed(await fixed(once));
		expect(twice['demo/km/01-mot.md']).toMatch(/^---\nid: mot\nsource: [0-9a-f]{12}\n---\n\n# ហៅ\n/);
		const { errors, courses, fixes } = await compile(twice);
		expect([errors, fixes]).toEqual([[], []]);
		expect(courses.demo?.manifest.lessons.mot?.locales).toMatchObject({
			vi: { title: 'Gọi điện' },
			km: { title: 'ហៅ' },
		});
	});

	it('and says what', async () => {
		const bytes = (text: string | Uint8Array | undefined) => new TextEncoder().encode(String(text));
		const files = Object.fromEntries(
			Object.entries(bare).map(([path, text]) => [path, { bytes: bytes(text) }]),
		);
		const { fixes, errors } = await compileCourses({ root: '/', files }, { today, locale: 'vi' });
		expect(errors.find(({ file: where }) => where === file)).toMatchObject({
			code: 'front-matter-missing',
			fix: '---\nid: mot\n---',
		});
		expect(formatFixes(fixes, 'vi').split('\n')).toEqual([
			`${file}:1: --fix đã viết --- ⏎ id: mot ⏎ ---`,
			'demo/vi/02-nhan-tin.md:1: --fix đã viết --- ⏎ id: nhan-tin ⏎ title: Nhan tin ⏎ ---',
			'demo/vi/03-hoi.quiz.md:1: --fix đã viết --- ⏎ id: hoi ⏎ title: Hoi ⏎ kind: practice ⏎ ---',
			'demo/vi/03-hoi.quiz.md:1: --fix đã viết {#dung-khong}',
			'demo/vi/03-hoi.quiz.md:3: --fix đã viết {#a}',
			'demo/vi/03-hoi.quiz.md:4: --fix đã viết {#b}',
		]);
	});
});
