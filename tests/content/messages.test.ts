import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFindings } from '#content/report.ts';
import { checkerMessages, type Code } from '#messages/checker/index.ts';
import { en } from '#messages/checker/en.ts';
import { vi } from '#messages/checker/vi.ts';
import { fieldHelp as helpEn } from '#messages/checker/en/fields.ts';
import { fieldHelp as helpVi } from '#messages/checker/vi/fields.ts';
import { CourseFile, LessonHead, QuizHead } from '#schemas/author.ts';
import { compile, lesson, quiz, smallCourse } from './helpers.ts';

const codes = Object.keys(vi) as Code[];
const sample = new Proxy<Record<string, unknown>>(
	{},
	{
		get: (_, name) =>
			/^(known|allowed|wanted|changed|lacking)$/.test(String(name)) ? ['một', 'hai'] : `<${String(name)}>`,
	},
);

describe('what check says', () => {
	it('is there in both languages', () => {
		expect(Object.keys(en).sort()).toEqual([...codes].sort());
		expect(codes.length).toBeGreaterThan(100);
	});

	it.each(codes.filter((code) => !code.startsWith('report-')))(
		'%s says what is wrong and how to mend it',
		(code) => {
			const [inVietnamese, inEnglish] = [
				checkerMessages('vi')[code](sample as never),
				checkerMessages('en')[code](sample as never),
			];
			expect(inVietnamese).toMatch(/[ăâđêôơưáàảãạấầẩẫậéèẻẽẹíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i);
			expect(inEnglish).not.toMatch(/[ăâđêôơư]/i);
			for (const sentence of [inVietnamese, inEnglish]) {
				expect(sentence).toMatch(/[.!?]$/);
				expect(sentence).not.toMatch(/undefined|\[object| {2}/);
				expect(sentence.match(/[.!?:](?: |$)/g)?.length).toBeGreaterThanOrEqual(1);
			}
			const named = (sentence: string) => [...new Set(sentence.match(/<[a-z]+>/g))].sort();
			expect(named(inEnglish)).toEqual(named(inVietnamese));
		},
	);

	it('explains each field of the authors’ files', () => {
		const fields = [
			...Object.keys(CourseFile.properties).map((name) => `course.${name}`),
			...Object.keys(LessonHead.properties).map((name) => `lesson.${name}`),
			...Object.keys(QuizHead.properties)
				.filter((name) => name !== 'review')
				.map((name) => `quiz.${name}`),
		];
		for (const field of fields) {
			expect(helpVi(field)).not.toBe(helpVi('nothing.at.all'));
			expect(helpEn(field)).not.toBe(helpEn('nothing.at.all'));
		}
	});

	it('each field has a sentence in its schema', () => {
		for (const { properties } of [CourseFile, LessonHead, QuizHead]) {
			for (const field of Object.values(properties)) {
				expect((field as { description?: string }).description ?? '').toMatch(/\.$/);
			}
		}
	});
});

describe('the report', () => {
	it('gives each finding with its place, and the sum', async () => {
		const result = await compile(quiz('## A {#q}\n- [x] a\n- [ ] A {#b}\n'), { locale: 'vi' });
		expect(formatFindings(result, 'vi')).toBe(
			[
				'demo/vi/02-hoi.quiz.md:8:1  lỗi  option-no-id',
				`  ${vi['option-no-id']()}`,
				'  --fix sẽ viết: {#a}',
				'',
				'demo/vi/02-hoi.quiz.md:9:1  lưu ý  option-duplicate',
				`  ${vi['option-duplicate']()}`,
				'',
				'Đã xem 1 khóa học: demo.',
				'',
				'1 lỗi, 1 lưu ý.',
			].join('\n'),
		);
	});

	it('names the languages that are held back', () => {
		expect(
			formatFindings({ errors: [], warnings: [], withheld: [{ course: 'demo', locale: 'km' }] }, 'en'),
		).toBe(
			'demo: “km” has an error, so it stays as it was last published, if it was; other languages are not affected.\n\n0 errors, 0 warnings.',
		);
	});
});

describe('a finding names what the author needs', () => {
	const said = async (files: Parameters<typeof compile>[0], code: string) =>
		(await compile(files)).errors.filter((each) => each.code === code).map(({ message }) => message);

	it.each([
		['Bài 3: Gọi điện.md', '03-bai-goi-dien.md'],
		['goi-dien.md', '01-goi-dien.md'],
		['5 Kiểm tra.quiz.md', '05-kiem-tra.quiz.md'],
	])('a name for the file %s', async (name, proposed) => {
		const files = { ...smallCourse, [`demo/vi/${name}`]: 'x' };
		expect(await said(files, 'content-file-name')).toEqual([expect.stringContaining(`“${proposed}”`)]);
	});

	const vi = 'demo/vi/01-mot.md';
	const quizFile = 'demo/vi/02-hoi.quiz.md';
	const framework = readFileSync('courses/frameworks/tt02-2025.yaml', 'utf8');
	it.each<[string, Parameters<typeof compile>[0], string]>([
		['lesson', { ...smallCourse, 'demo/vi/02-hai.md': '---\ntitle: Hai\nid: mot\n---\n\nHai.\n' }, `${vi}:2`],
		['option', quiz('## A {#q}\n- [ ] A {#a}\n- [x] B {#a}'), `${quizFile}:8`],
		['target', quiz('## A {#q .match}\n- A {#a} => X {#x}\n- B {#b} => Y {#x}'), `${quizFile}:8`],
		['option as target', quiz('## A {#q .match}\n- A {#a} => X {#a}\n- B {#b} => Y {#y}'), `${quizFile}:8`],
		['task', lesson('<Try id="x">\nA\n</Try>\n\n<Try id="x">\nB\n</Try>\n'), `${vi}:6`],
		[
			'framework',
			{ ...smallCourse, 'frameworks/a.yaml': framework, 'frameworks/b.yaml': framework },
			'frameworks/a.yaml:1',
		],
	])('where an id stands already: of a %s', async (_, files, place) => {
		expect(await said(files, 'id-twice')).toEqual([expect.stringContaining(`at ${place} too`)]);
	});

	it('the field and not the place in its list', async () => {
		const yaml = String(smallCourse['demo/course.yaml']).replace('[citizens]', '[citizen]');
		const [message] = await said({ ...smallCourse, 'demo/course.yaml': yaml }, 'unknown-value');
		expect(message).toContain('“citizen” cannot be used for “groups”. Did you mean “citizens”?');
	});

	it.each([
		['columns', `|${'a|'.repeat(300)}`, '302 columns in one table here, and at most 200'],
		['characters', 'a '.repeat(70_000), 'characters in one lesson here, and at most 120000'],
		['tags', '<Tip>\n'.repeat(60), 'tags within each other here, and at most'],
	])('how much is too much: %s', async (_, body, words) => {
		expect((await said(lesson(`${body}\n`), 'too-complex'))[0]).toContain(words);
	});

	it('what to write instead of a tag', async () => {
		const [message] = await said(lesson('<iframe src="https://example.org"></iframe>\n'), 'html-not-allowed');
		expect(message).toContain('Use <Video>');
	});
});
