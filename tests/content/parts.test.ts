/** Parts of a course: how authors write them, what they come to, and what is said of mistakes. */
import { describe, expect, it } from 'vitest';
import { compile, findings, smallCourse, svg, type Files } from './helpers.ts';

const file = 'demo/course.yaml';
const lesson = (id: string, more = '') => `---\nid: ${id}\ntitle: ${id}\n${more}---\n\nXin chào.\n`;
const exam = '---\nid: cuoi\ntitle: Cuối\nkind: exam\n---\n\n## Hỏi? {#hoi teaches=mot}\n= true\n';
const head = [
	'id: demo',
	'source_locale: vi',
	'title: { vi: Thử, en: Trial }',
	'summary: { vi: Thử., en: Trial. }',
	'groups: [citizens]',
];

/** Three lessons and an exam; `lines`: what course.yaml says from line 6 on. */
const course = (lines: string[], more: Files = {}): Files => ({
	[file]: [...head, ...lines, ''].join('\n'),
	'demo/vi/01-mot.md': lesson('mot'),
	'demo/vi/02-hai.md': lesson('hai'),
	'demo/vi/03-ba.md': lesson('ba'),
	'demo/vi/04-cuoi.quiz.md': exam,
	'demo/media/a.svg': svg,
	...more,
});
const part = (id: string, more = '') => `  - { id: ${id}, title: { vi: ${id}, en: ${id} }${more} }`;

async function partsOf(files: Files) {
	const { courses, errors, warnings } = await compile(files);
	expect([...errors, ...warnings]).toEqual([]);
	return courses.demo?.manifest;
}

describe('parts', () => {
	it('hold the whole outline between them', async () => {
		const lines = [
			'picture: media/a.svg',
			'parts:',
			part('dau', ', picture: media/a.svg'),
			part('sau', ', begins: ba'),
		];
		const manifest = await partsOf(course(lines));
		expect(manifest).toMatchObject({
			picture: 'media/a.svg',
			parts: [
				{
					id: 'dau',
					title: { vi: 'dau', en: 'dau' },
					picture: 'media/a.svg',
					items: [
						{ kind: 'lesson', id: 'mot' },
						{ kind: 'lesson', id: 'hai' },
					],
				},
				{
					id: 'sau',
					items: [
						{ kind: 'lesson', id: 'ba' },
						{ kind: 'quiz', id: 'cuoi' },
					],
				},
			],
		});
		expect(manifest?.media['media/a.svg']).toBeDefined();
	});

	it('may begin where a lesson says so', async () => {
		const files = course(['picture: media/a.svg', 'parts:', part('dau'), part('sau')], {
			'demo/vi/02-hai.md': lesson('hai', 'part: sau\n'),
			'demo/vi/03-ba.md': lesson('ba', 'part: sau\n'),
		});
		const manifest = await partsOf(files);
		expect(manifest?.parts?.map(({ items }) => items.length)).toEqual([1, 3]);
	});

	it('may begin with a quiz', async () => {
		const manifest = await partsOf(
			course(['picture: media/a.svg', 'parts:', part('dau'), part('sau', ', begins: cuoi')]),
		);
		expect(manifest?.parts?.map(({ items }) => items.length)).toEqual([3, 1]);
	});

	it('a course without them is whole, and says nothing of them', async () => {
		const manifest = await partsOf(smallCourse);
		expect(manifest).not.toHaveProperty('parts');
		expect(manifest).not.toHaveProperty('picture');
	});
});

describe('what is wrong with parts', () => {
	it.each<[string, Files, string[]]>([
		[
			'begins with what is not there',
			course(['parts:', part('dau'), part('sau', ', begins: bb')]),
			['8:53 part-begins-unknown'],
		],
		['without a lesson', course(['parts:', part('dau'), part('sau')]), ['8:5 part-empty']],
		[
			'the first one without a lesson',
			course(['parts:', part('dau'), part('sau', ', begins: mot')]),
			['7:5 part-empty'],
		],
		['lessons before the first', course(['parts:', part('dau', ', begins: hai')]), ['7:5 part-order']],
		[
			'in another order than the lessons',
			course(['parts:', part('dau'), part('sau', ', begins: ba'), part('giua', ', begins: hai')]),
			['9:5 part-order'],
		],
		['the same id twice', course(['parts:', part('dau'), part('dau', ', begins: ba')]), ['8:11 id-twice']],
		[
			'no name in the source language',
			course(['parts:', '  - { id: dau, title: { en: First } }']),
			['7:23 words-missing'],
		],
		[
			'a picture that is not there',
			course(['parts:', part('dau', ', picture: media/b.svg')]),
			['7:54 media-missing'],
		],
		[
			'a file that is no picture',
			course(['picture: media/a.vtt'], { 'demo/media/a.vtt': 'WEBVTT\n' }),
			['6:10 picture-type'],
		],
		['a strange field', course(['parts:', part('dau', ', tranh: x')]), ['7:45 unknown-field']],
	])('%s', async (_what, files, expected) => {
		const found = await findings(files, file);
		expect(found.filter((each) => !each.includes('media-unused'))).toEqual(expected);
	});

	it('a lesson names a part that is not there, or was left', async () => {
		const lines = ['picture: media/a.svg', 'parts:', part('dau'), part('sau', ', begins: hai')];
		const unknown = course(lines, { 'demo/vi/03-ba.md': lesson('ba', 'part: sua\n') });
		expect(await findings(unknown, 'demo/vi/03-ba.md')).toEqual(['4:7 part-unknown']);
		const back = course(lines, { 'demo/vi/03-ba.md': lesson('ba', 'part: dau\n') });
		expect(await findings(back, 'demo/vi/03-ba.md')).toEqual(['4:7 part-left']);
		const none = course(['picture: media/a.svg'], { 'demo/vi/03-ba.md': lesson('ba', 'part: dau\n') });
		const { errors } = await compile(none);
		expect(errors.map(({ message }) => message)).toEqual([
			expect.stringContaining('course.yaml has no parts'),
		]);
	});

	it('a translation lacks the name, or says another part', async () => {
		const lines = ['picture: media/a.svg', 'parts:', '  - { id: dau, title: { vi: Đầu } }'];
		const files = course(lines, { 'demo/en/01-mot.md': lesson('mot', 'part: khac\n') });
		const found = await findings(files, file);
		expect(found).toContain('8:23 translation-words-missing');
		expect(found).toContain('demo/en/01-mot.md:4:7 translation-differs');
	});
});

it('a competence in a learner’s words has them in Vietnamese', async () => {
	const framework = (words: string) =>
		[
			'id: khung',
			'title: { vi: Khung }',
			'description: { vi: Khung. }',
			'in_force: 2025-03-11',
			'tiers: []',
			'domains:',
			'  - id: "4"',
			'    numeral: IV',
			'    title: { vi: An toàn }',
			'    competences:',
			`      - { id: "4.1", title: { vi: Bảo vệ thiết bị }, can_do: { ${words} } }`,
		].join('\n');
	const files = (words: string) => ({ ...smallCourse, 'frameworks/khung.yaml': framework(words) });
	expect(await findings(files('en: Can lock it'), 'frameworks/khung.yaml')).toEqual(['11:62 words-missing']);
	expect(await findings(files('vi: Biết khóa máy'), 'frameworks/khung.yaml')).toEqual([]);
});
