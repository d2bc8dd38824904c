import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Manifest } from '#schemas/catalog.ts';
import { compile, svg, type Files } from './helpers.ts';

const files: Files = {
	'demo/course.yaml': [
		'id: demo',
		'source_locale: vi',
		'title: { vi: Điện thoại, en: Phones }',
		'summary: { vi: Khóa thử. }',
		'groups: [elderly, citizens]',
		'skills: { "5.1": 1 }',
		'requires: { quizzes: [cuoi] }',
		'certificate: { title: { vi: Chứng nhận }, valid_for: 18m }',
		'review_by: 2027-06-30',
		'licence: CC-BY-4.0',
		'authors: [Nhóm Một]',
		'removed: [cu]',
	].join('\n'),
	'demo/vi/01-bat.md':
		'---\nid: bat\ntitle: Bật máy\nsummary: Bật.\nskills: ["5.1"]\n---\n## Bật\n<Figure src="media/a.svg" alt="Máy" />\n' +
		'<Try id="thu">\nBật thử.\n</Try>\n<Check question="nut" />\n',
	'demo/vi/02-luyen.quiz.md':
		'---\nid: luyen\ntitle: Luyện\nkind: practice\n---\n## Nút? {#nut}\n= true\n! Vì thế.\n',
	'demo/vi/03-cuoi.quiz.md':
		'---\nid: cuoi\ntitle: Cuối\nkind: exam\npass: 80%\nattempts: 3\nretry_after: 2d\nminutes: 20\ndraw: 1\nshuffle: false\n---\n' +
		'Đọc kỹ.\n## Số? {#so points=2 skill=5.1 teaches=bat#Bật}\n= 113\n## Tên? {#ten teaches=bat}\n= Zalo\n',
	'demo/media/a.svg': svg,
};

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const secret = 'bí mật';
const mac = (text: string) => createHmac('sha256', secret).update(text).digest('hex');

// Canonical JSON, written out by hand: names in order, no blanks.
const media = sha(svg).slice(0, 32);
const lesson =
	'[{"attrs":{"id":"h-bat"},"children":["Bật"],"name":"h2"},' +
	`{"attrs":{"alt":"Máy","bytes":"${svg.length}","height":"20","src":"/api/media/${media}/a.svg","width":"32"},"name":"Figure"},` +
	'{"attrs":{"id":"thu"},"children":[{"children":["Bật thử."],"name":"p"}],"name":"Try"},' +
	'{"attrs":{"question":"nut"},"name":"Check"}]';
const empty = sha('[]');

const question = (text: string, feedback: string) => ({
	locales: { vi: { text: sha(text), feedback: mac(feedback) } },
});
const manifest: Manifest = {
	course: 'demo',
	sourceLocale: 'vi',
	locales: ['vi'],
	title: { vi: 'Điện thoại', en: 'Phones' },
	summary: { vi: 'Khóa thử.' },
	groups: ['elderly', 'citizens'],
	framework: 'tt02-2025',
	frameworks: { 'tt02-2025': null },
	skills: { 'tt02-2025:5.1': 1 },
	requires: { lessons: ['bat'], quizzes: ['cuoi'] },
	certificate: { title: { vi: 'Chứng nhận' }, validFor: 'P18M' },
	reviewBy: '2027-06-30',
	licence: 'CC-BY-4.0',
	authors: ['Nhóm Một'],
	outline: [
		{ kind: 'lesson', id: 'bat' },
		{ kind: 'quiz', id: 'cuoi' },
	],
	lessons: {
		bat: {
			locales: {
				vi: {
					title: 'Bật máy',
					summary: 'Bật.',
					minutes: 1,
					bytes: Buffer.byteLength(lesson),
					mediaBytes: svg.length,
					part: sha(lesson),
				},
			},
			checks: ['nut'],
			tries: ['thu'],
			skills: ['tt02-2025:5.1'],
		},
	},
	quizzes: {
		luyen: {
			kind: 'practice',
			pass: 0.7,
			attempts: null,
			retryHours: null,
			draw: 1,
			minutes: null,
			shuffle: true,
			hints: true,
			review: 'full',
			questions: ['nut'],
			locales: { vi: { title: 'Luyện', intro: empty } },
		},
		cuoi: {
			kind: 'exam',
			pass: 0.8,
			attempts: 3,
			retryHours: 48,
			draw: 1,
			minutes: 20,
			shuffle: false,
			hints: false,
			review: 'verdicts',
			questions: ['so', 'ten'],
			locales: { vi: { title: 'Cuối', intro: sha('[{"children":["Đọc kỹ."],"name":"p"}]') } },
		},
	},
	questions: {
		nut: {
			quiz: 'luyen',
			kind: 'truefalse',
			points: 1,
			teaches: [{ lesson: 'bat' }],
			key: mac('{"kind":"truefalse","right":true}'),
			...question('{"body":[],"title":"Nút?"}', '{"explanation":"Vì thế.","options":{}}'),
		},
		so: {
			quiz: 'cuoi',
			kind: 'number',
			points: 2,
			skill: 'tt02-2025:5.1',
			teaches: [{ lesson: 'bat', at: { vi: { anchor: 'h-bat', title: 'Bật' } } }],
			key: mac('{"high":113,"kind":"number","low":113,"shown":113}'),
			...question('{"body":[],"title":"Số?"}', '{"options":{}}'),
		},
		ten: {
			quiz: 'cuoi',
			kind: 'text',
			points: 1,
			teaches: [{ lesson: 'bat' }],
			key: mac('{"accept":{"vi":["Zalo"]},"kind":"text"}'),
			...question('{"body":[],"title":"Tên?"}', '{"options":{}}'),
		},
	},
	media: { 'media/a.svg': { hash: media, bytes: svg.length, type: 'image/svg+xml' } },
	formerly: {},
	removed: ['cu'],
};

it('a small course compiles to this manifest and these parts', async () => {
	const { courses, errors, warnings, fixes } = await compile(files, { secret });
	expect([...errors, ...warnings, ...fixes]).toEqual([]);
	const course = courses.demo ?? expect.fail();
	expect(course.manifest).toEqual(manifest);
	expect(course.version).toMatch(/^[0-9a-f]{16}$/);
	expect(course.parts[sha(lesson)]).toEqual(JSON.parse(lesson));
	expect(course.parts[empty]).toEqual([]);
	expect(Object.keys(course.media)).toEqual([media]);
});
