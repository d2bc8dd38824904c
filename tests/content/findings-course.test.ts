import { describe, expect, it } from 'vitest';
import type { CompileOptions } from '#content/compile.ts';
import type { FrameworkFile } from '#schemas/framework.ts';
import { compile, findings, quiz, smallCourse, svg, type Files } from './helpers.ts';

const file = 'demo/course.yaml';
const head = [
	'id: demo',
	'source_locale: vi',
	'title: { vi: Thử }',
	'summary: { vi: Thử. }',
	'groups: [citizens]',
];
const withCourse = (...more: string[]): Files => ({
	...smallCourse,
	[file]: [...head, ...more, ''].join('\n'),
});
const replaced = (line: number, text: string): Files => ({
	...smallCourse,
	[file]: head.with(line - 1, text).join('\n'),
});

const framework = [
	'id: khung',
	'title: { vi: Khung }',
	'description: { vi: Khung. }',
	'in_force: 2025-03-11',
	'tiers: [{ id: co-ban, title: { vi: Cơ bản }, levels: [1, 2] }]',
	'domains:',
	'  - id: "4"',
	'    numeral: IV',
	'    title: { vi: An toàn }',
	'    competences:',
	'      - { id: "4.1", title: { vi: Bảo vệ thiết bị } }',
	'      - { id: "4.2", title: { vi: Bảo vệ dữ liệu } }',
	'',
].join('\n');
const track = [
	'id: duong',
	'group: citizens',
	'title: { vi: Đường }',
	'summary: { vi: Đường. }',
	'framework: khung',
];
const withTrack = (...more: string[]): Files => ({
	...smallCourse,
	'frameworks/khung.yaml': framework,
	'tracks/duong.yaml': [...track, ...more, ''].join('\n'),
});

describe('course.yaml', () => {
	it.each<[string, Files, string[]]>([
		['a field missing', replaced(5, ''), ['1:1 missing-field']],
		['an unknown field', withCourse('licence: CC0', 'author: [A]'), ['7:1 unknown-field']],
		['a wrong id', replaced(1, 'id: Demo'), ['1:5 id-pattern']],
		['an unknown language', replaced(2, 'source_locale: vn'), ['2:16 unknown-value']],
		['a title in no source language', replaced(3, 'title: { en: Trial }'), ['3:8 words-missing']],
		['a title without languages', replaced(3, 'title: Thử'), ['3:8 wrong-value']],
		['an unknown group', replaced(5, 'groups: [officals]'), ['5:10 unknown-value']],
		['a level beyond', withCourse('skills: { "4.1": 9 }'), ['6:18 wrong-value']],
		['a code that is none', withCourse('skills: { an-toan: 1 }'), ['6:11 unknown-field']],
		['no such quiz', withCourse('requires: { quizzes: [cuoi] }'), ['6:23 requires-quiz-unknown']],
		['no such lesson', withCourse('requires: { lessons: [mott] }'), ['6:23 requires-lesson-unknown']],
		[
			'a wrong term',
			withCourse('certificate: { title: { vi: A }, valid_for: 2 years }'),
			['6:45 valid-for-unreadable'],
		],
		['a day that is none', withCourse('review_by: 2027-02-30'), ['6:12 date-unreadable']],
		['a day past', withCourse('review_by: 2026-11-21'), ['6:12 review-past']],
		['a day soon', withCourse('review_by: 2027-01-21'), ['6:12 review-soon']],
		['a day far', withCourse('review_by: 2027-01-22'), []],
		['a new id that is none', withCourse('formerly: { cu: moi }'), ['6:17 formerly-unknown']],
		['an old id in use', withCourse('removed: [mot]'), ['6:11 formerly-present']],
		['an anchor', withCourse('authors: &a [A]', 'licence: CC0'), ['6:13 yaml-alias']],
		['a tag', withCourse('licence: !!js/function "x"'), ['6:10 yaml-syntax']],
		['a tab', withCourse('requires:', '\tquizzes: []'), ['7:1 yaml-syntax']],
		[
			'another folder',
			{
				...withCourse(),
				'khac/course.yaml': head.join('\n'),
				'khac/vi/01-a.md': '---\nid: a\ntitle: A\n---\nA',
			},
			['khac/course.yaml:1:5 id-twice', 'khac/course.yaml:1:5 course-folder-name'],
		],
	])('%s', async (_, files, expected) => {
		expect(await findings(files, file)).toEqual(expected);
	});

	it('a practice quiz cannot be asked for', async () => {
		const files = { ...quiz('## A {#q}\n= true\n'), ...withCourse('requires: { quizzes: [hoi] }') };
		const withQuiz = {
			...files,
			'demo/vi/02-hoi.quiz.md': quiz('## A {#q}\n= true\n')['demo/vi/02-hoi.quiz.md'] ?? '',
		};
		expect(await findings(withQuiz, file)).toEqual(['6:23 requires-practice']);
	});

	it('supervision is of quizzes, and stands in the manifest only where it is asked for', async () => {
		const nothing = withCourse('requires: { supervised: true }');
		expect(await findings(nothing, file)).toEqual(['6:25 requires-supervised-nothing']);
		const asked = async (requires: string) => {
			const text = '---\nid: hoi\ntitle: A\nkind: exam\n---\n\n## A {#q}\n\n= true\n';
			const files = { ...withCourse(requires), 'demo/vi/02-hoi.quiz.md': text };
			return (await compile(files)).courses.demo?.manifest.requires;
		};
		expect(await asked('requires: { quizzes: [hoi], supervised: true }')).toMatchObject({ supervised: true });
		expect(await asked('requires: { quizzes: [hoi], supervised: false }')).not.toHaveProperty('supervised');
	});

	it.each([
		['2y', 'P2Y'],
		['18m', 'P18M'],
		['90d', 'P90D'],
	])('%s is %s', async (written, duration) => {
		const { courses } = await compile(withCourse(`certificate: { title: { vi: A }, valid_for: ${written} }`));
		expect(courses.demo?.manifest.certificate).toEqual({ title: { vi: 'A' }, validFor: duration });
	});
});

describe('files', () => {
	it.each<[string, Files, string[]]>([
		['a name without a number', { 'demo/vi/hai.md': 'A' }, ['demo/vi/hai.md:1:1 content-file-name']],
		['a number of one digit', { 'demo/vi/2-hai.md': 'A' }, ['demo/vi/2-hai.md:1:1 content-file-name']],
		['a lesson too deep', { 'demo/vi/a/02-hai.md': 'A' }, ['demo/vi/a/02-hai.md:1:1 content-file-name']],
		[
			'a number twice',
			{ 'demo/vi/01-hai.md': '---\nid: hai\ntitle: A\n---\nA' },
			['demo/vi/01-mot.md:1:1 order-twice'],
		],
		['an unknown language', { 'demo/fr/01-un.md': 'A' }, ['demo/fr/01-un.md:1:1 unknown-file']],
		['a stray file', { 'demo/ghi-chu.docx': 'A' }, ['demo/ghi-chu.docx:1:1 unknown-file']],
		['a read-me', { 'demo/README.md': 'A', 'README.md': 'B' }, []],
		[
			'a folder without a course',
			{ 'khac/vi/01-a.md': '---\nid: a\ntitle: A\n---\nA' },
			['khac/course.yaml:1:1 course-file-missing'],
		],
		['not UTF-8', { 'demo/vi/02-hai.md': new Uint8Array([0x2d, 0xff]) }, ['demo/vi/02-hai.md:1:1 not-utf8']],
		[
			'an id twice',
			{ 'demo/vi/02-hai.md': '---\nid: mot\ntitle: A\n---\nA' },
			['demo/vi/02-hai.md:2:5 id-twice'],
		],
	])('%s', async (_, more, expected) => {
		expect(await findings({ ...smallCourse, ...more })).toEqual(expected);
	});

	it.each([
		['nothing', {}],
		['a lesson alone', { '01-mot.md': '---\nid: mot\ntitle: Một\n---\n\nXin chào.\n' }],
		['a picture alone', { 'hinh.svg': svg }],
	])('no course at all: %s', async (_, files: Files) => {
		const { errors } = await compile(files);
		expect(errors.map(({ file: at, code }) => `${at} ${code}`)).toEqual(['. no-courses']);
	});

	it('no lesson at all', async () => {
		expect(await findings({ [file]: head.join('\n') }, file)).toEqual(['2:16 no-lessons']);
	});
});

describe('media', () => {
	const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0]);
	const sized = (bytes: number) => {
		const all = new Uint8Array(bytes);
		all.set(png);
		return all;
	};
	const showing = (path: string): Files => ({
		...smallCourse,
		'demo/vi/01-mot.md': `---\nid: mot\ntitle: A\n---\n\n<Figure src="${path}" alt="x" />\n`,
	});
	it.each<[string, string, string | Uint8Array, string[]]>([
		['a type that is not used', 'media/a.exe', 'MZ', ['demo/media/a.exe:1:1 media-type']],
		['an ending in capitals', 'media/a.PNG', png, []],
		['not what its name says', 'media/a.png', svg, ['demo/media/a.png:1:1 media-broken']],
		['a name with blanks', 'media/a b.png', png, ['demo/media/a b.png:1:1 media-name']],
		['heavy', 'media/a.png', sized(301 * 1024), ['demo/media/a.png:1:1 media-heavy']],
		[
			'too heavy, and no picture',
			'media/a.png',
			sized(2049 * 1024),
			['demo/media/a.png:1:1 media-broken', 'demo/media/a.png:1:1 media-too-heavy'],
		],
		[
			'a film that is too heavy',
			'media/a.webm',
			new Uint8Array(20 * 1024 * 1024 + 1)
				.fill(0x1a, 0, 1)
				.fill(0x45, 1, 2)
				.fill(0xdf, 2, 3)
				.fill(0xa3, 3, 4),
			['demo/media/a.webm:1:1 media-too-heavy', 'demo/vi/01-mot.md:6:14 media-wrong-type'],
		],
	])('%s', async (_, path, bytes, expected) => {
		expect(await findings({ ...showing(path), [`demo/${path}`]: bytes })).toEqual(expected);
	});

	it('not used', async () => {
		const files = { ...smallCourse, 'demo/media/a.svg': svg };
		expect(await findings(files)).toEqual(['demo/media/a.svg:1:1 media-unused']);
		expect((await compile(files)).courses.demo?.manifest.media).toEqual({});
	});
});

const installed: FrameworkFile[] = [
	{
		id: 'khung',
		title: { vi: 'Khung' },
		description: { vi: 'Khung.' },
		in_force: '2025-03-11',
		tiers: [],
		domains: [
			{ id: '4', numeral: 'IV', title: { vi: 'An toàn' }, competences: [{ id: '4.1', title: { vi: 'A' } }] },
		],
	},
];

describe('frameworks and tracks', () => {
	const good = ['goals: { "4.1": 2 }', 'courses: [demo]'];
	it('are returned', async () => {
		const result = await compile(withTrack(...good));
		expect(result.errors).toEqual([]);
		expect(Object.keys(result.frameworks)).toEqual(['khung']);
		expect(result.tracks.duong).toMatchObject({ framework: 'khung', goals: { '4.1': 2 }, courses: ['demo'] });
	});

	it.each<[string, Files, string[]]>([
		[
			'an unknown course',
			withTrack('goals: {}', 'courses: [demi]'),
			['tracks/duong.yaml:7:11 track-course-unknown'],
		],
		[
			'an unknown goal',
			withTrack('goals: { "4.3": 1 }', 'courses: []'),
			['tracks/duong.yaml:6:10 competence-unknown'],
		],
		[
			'an unknown framework',
			{ ...withTrack(...good), 'frameworks/khung.yaml': framework.replace('khung', 'khac') },
			['tracks/duong.yaml:5:12 framework-unknown'],
		],
		[
			'a competence twice',
			{ ...smallCourse, 'frameworks/khung.yaml': framework.replace('"4.2"', '"4.1"') },
			['frameworks/khung.yaml:12:15 competence-twice'],
		],
		[
			'an unknown skill of a course',
			{ ...withTrack(...good), [file]: [...head, 'skills: { "4.9": 1 }'].join('\n') },
			['demo/course.yaml:6:11 competence-unknown'],
		],
		[
			'an unknown skill of a lesson',
			{ ...withTrack(...good), 'demo/vi/01-mot.md': '---\nid: mot\ntitle: A\nskills: ["6.7"]\n---\nA' },
			['demo/vi/01-mot.md:4:10 competence-unknown'],
		],
		[
			'an unknown skill of a question',
			{ ...quiz('## A {#q skill=4.7}\n= true\n'), ...pick(withTrack(...good)) },
			['demo/vi/02-hoi.quiz.md:7:10 competence-unknown'],
		],
	])('%s', async (_, files, expected) => {
		expect(await findings(files)).toEqual(expected);
	});

	const other = framework.replace('id: khung', 'id: nghe').replaceAll('"4.', '"7.');
	const two = (...more: string[]): Files => ({
		...withTrack(...good),
		'frameworks/nghe.yaml': other,
		[file]: [...head, ...more, ''].join('\n'),
	});
	it.each<[string, Files, string[]]>([
		['two frameworks, and the course does not say', two('skills: { "4.1": 1 }'), ['6:1 framework-unsaid']],
		[
			'two frameworks, and a lesson of a course that does not say',
			{ ...two(), 'demo/vi/01-mot.md': '---\nid: mot\ntitle: A\nskills: ["4.1"]\n---\nA' },
			['1:1 framework-unsaid'],
		],
		[
			'a framework that there is not',
			two('framework: khugn', 'skills: { "4.1": 1 }'),
			['6:12 framework-unknown'],
		],
		[
			'a code of the other framework',
			two('framework: khung', 'skills: { "7.1": 1 }'),
			['7:11 competence-unknown'],
		],
		[
			'a whole name of no framework',
			two('framework: khung', 'skills: { "ngeh:7.1": 1 }'),
			['7:11 framework-unknown'],
		],
		[
			'a whole name of no competence',
			two('framework: khung', 'skills: { "nghe:7.9": 1 }'),
			['7:11 competence-unknown'],
		],
		[
			'one competence by both its names',
			two('framework: khung', 'skills: { "4.1": 1, "khung:4.1": 2 }'),
			['7:21 skill-twice'],
		],
		['whole names alone, which need no line', two('skills: { "nghe:7.1": 1, "khung:4.1": 2 }'), []],
		['no competence at all', two(), []],
	])('%s', async (_, files, expected) => {
		expect(await findings(files, file)).toEqual(expected);
	});

	it('say what was meant', async () => {
		const said = async (files: Files) => (await compile(files)).errors.map(({ message }) => message).join();
		expect(await said(two('framework: khugn'))).toContain('“khung”');
		expect(await said(two('framework: khung', 'skills: { "7.1": 1 }'))).toContain('“nghe:7.1”');
		expect(await said(two('framework: khung', 'skills: { "nghe:7.12": 1 }'))).toContain('“nghe:7.1”');
		expect(await said(two('framework: khung', 'skills: { "4.11": 1 }'))).toContain('“4.1”');
		expect(await said(two('skills: { "4.1": 1 }'))).toContain('(khung, nghe)');
	});

	it('stand in the manifest by their whole names, with the version of each framework', async () => {
		const files = {
			...two('framework: khung', 'skills: { "4.2": 1, "nghe:7.1": 2 }'),
			'demo/vi/01-mot.md': '---\nid: mot\ntitle: A\nskills: ["4.1", "nghe:7.2"]\n---\nA',
			'demo/vi/02-hoi.quiz.md':
				'---\nid: hoi\ntitle: A\nkind: practice\n---\n\n## A {#q skill=nghe:7.2}\n= true\n',
			'frameworks/nghe.yaml': `${other}version: "2"\n`,
			'tracks/duong.yaml': [...track, 'goals: { "4.1": 2, "nghe:7.1": 1 }', 'courses: [demo]'].join('\n'),
		};
		const { courses, errors } = await compile(files);
		expect(errors).toEqual([]);
		expect(courses.demo?.manifest).toMatchObject({
			framework: 'khung',
			frameworks: { khung: '2025-03-11', nghe: '2' },
			skills: { 'khung:4.2': 1, 'nghe:7.1': 2 },
			lessons: { mot: { skills: ['khung:4.1', 'nghe:7.2'] } },
			questions: { q: { skill: 'nghe:7.2' } },
		});
	});

	it.each<[string, Files, Partial<CompileOptions>, string | null]>([
		['its line', two('framework: nghe'), {}, 'nghe'],
		['the only framework that there is', withTrack(...good), {}, 'khung'],
		['the only one that is installed, where the folder brings none', smallCourse, { installed }, 'khung'],
		['the default, where there is none', smallCourse, {}, 'tt02-2025'],
		['none, where there are two and no competence', two(), {}, null],
		['a broken one that is the only one', { ...smallCourse, 'frameworks/hong.yaml': 'id: [' }, {}, 'hong'],
	])('of a course is %s', async (_, files, options, expected) => {
		expect((await compile(files, options)).courses.demo?.manifest.framework).toBe(expected);
	});

	it('that are installed are what a folder without any is held against', async () => {
		const files = withCourse('skills: { "4.9": 1 }');
		expect(await findings(files, file, { installed })).toEqual(['6:11 competence-unknown']);
	});

	it('a broken framework makes no other file wrong', async () => {
		const files = {
			...withTrack('goals: { "4.1": 1 }', 'courses: [demo]'),
			'frameworks/khung.yaml': 'id: [',
		};
		const result = await compile(files);
		expect(new Set(result.errors.map((each) => each.file))).toEqual(new Set(['frameworks/khung.yaml']));
		expect(Object.keys(result.courses)).toEqual(['demo']);
		expect(result.frameworks).toEqual({});
	});
});

function pick(files: Files): Files {
	return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('demo/')));
}

describe('published ids', () => {
	const body = '## A {#cau}\n- [x] a {#a}\n- [ ] b {#b}\n';
	const published = {
		demo: {
			lessons: ['mot', 'cu'],
			quizzes: ['hoi', 'cuoi'],
			questions: ['cau', 'xua'],
			options: { cau: ['a', 'b', 'c'], xua: ['a'] },
		},
	};

	it('may not vanish', async () => {
		const { errors, courses } = await compile(quiz(body), { published });
		expect(
			errors.map(({ file: where, line, code, message }) => [
				where,
				line,
				code,
				/“([^”]+)”/.exec(message)?.[1],
			]),
		).toEqual([
			[file, 1, 'id-vanished', 'cu'],
			[file, 1, 'id-vanished', 'cuoi'],
			[file, 1, 'id-vanished', 'xua'],
			[file, 1, 'id-vanished', 'cau/c'],
		]);
		expect(courses).toEqual({});
	});

	it('may, with a line that says so', async () => {
		const lines = ['formerly: { cu: mot, xua: cau }', 'removed: [cuoi, cau/c]'];
		const files = { ...quiz(body), [file]: [...head, ...lines].join('\n') };
		const result = await compile(files, { published });
		expect(result.errors).toEqual([]);
		expect(result.courses.demo?.manifest).toMatchObject({
			formerly: { cu: 'mot', xua: 'cau' },
			removed: ['cuoi', 'cau/c'],
		});
	});

	const since = {
		demo: {
			lessons: ['mot'],
			quizzes: ['hoi'],
			questions: ['cau'],
			options: { cau: ['a', 'b'] },
			formerly: { cu: 'mot', xua: 'cau', 'xua-nua': 'xua' },
			removed: ['cuoi', 'xua/c'],
		},
	};

	it('stay accounted for when the lines are taken out', async () => {
		const line = 'formerly: { cuoi: hoi }';
		const { errors, courses } = await compile(
			{ ...quiz(body), [file]: [...head, line].join('\n') },
			{ published: since },
		);
		expect(errors).toEqual([]);
		expect(courses.demo?.manifest).toMatchObject({
			formerly: { cu: 'mot', xua: 'cau', 'xua-nua': 'xua', cuoi: 'hoi' },
			removed: ['cuoi', 'xua/c'],
		});
	});

	it.each<[string, Files, string[]]>([
		['a lesson', { 'demo/vi/03-x.md': '---\nid: cu\ntitle: X\n---\n\nX.\n' }, ['demo/vi/03-x.md:2:5']],
		[
			'a question and a quiz',
			{ 'demo/vi/03-x.quiz.md': `---\nid: cuoi\ntitle: X\nkind: practice\n---\n\n## X {#xua-nua}\n= 1\n` },
			['demo/vi/03-x.quiz.md:2:5', 'demo/vi/03-x.quiz.md:7:'],
		],
		['an option', quiz(`${body}- [ ] c {#c}\n`), ['demo/vi/02-hoi.quiz.md:10:']],
	])('that were retired name nothing else: %s', async (_, files, places) => {
		const { errors } = await compile({ ...quiz(body), ...files }, { published: since });
		expect(errors.map(({ code }) => code)).toEqual(places.map(() => 'id-retired'));
		for (const [index, { file: where, line, column }] of errors.entries())
			expect(`${where}:${line}:${column}`).toContain(places[index]);
	});

	it('may be renamed back', async () => {
		const back = 'formerly: { mot: cu }';
		const files = {
			...quiz(body),
			[file]: [...head, back].join('\n'),
			'demo/vi/01-mot.md': '---\nid: cu\ntitle: Một\n---\n\nXin chào.\n',
		};
		expect((await compile(files, { published: since })).errors).toEqual([]);
	});
});
