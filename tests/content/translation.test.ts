import { describe, expect, it } from 'vitest';
import { compile, findings, type Files } from './helpers.ts';

const source: Files = {
	'demo/course.yaml':
		'id: demo\nsource_locale: vi\ntitle: { vi: Thử, km: សាក }\nsummary: { vi: Thử., km: សាក។ }\ngroups: [elderly]\n',
	'demo/vi/01-mot.md':
		'---\nid: mot\ntitle: Một\nskills: ["4.1"]\n---\n\n<Check question="gia" />\n\n<Try id="thu">\nLàm.\n</Try>\n',
	'demo/vi/02-hai.md': '---\nid: hai\ntitle: Hai\n---\n\nChào.\n',
	'demo/vi/03-hoi.quiz.md':
		'---\nid: hoi\ntitle: Hỏi\nkind: practice\n---\n\n## Giá? {#gia skill=5.2 points=2}\n- [x] a {#a}\n- [ ] b {#b}\n\n' +
		'## Số? {#so}\n= 3,5\n\n## Tên? {#ten}\n= Hà Nội\n',
};
const mark = 'source: 000000000000';
/** A whole translation, still without marks. */
const km: Files = {
	'demo/km/01-mot.md':
		'---\nid: mot\ntitle: មួយ\n---\n\n<Check question="gia" />\n\n<Try id="thu">\nធ្វើ។\n</Try>\n',
	'demo/km/02-hai.md': '---\nid: hai\ntitle: ពីរ\n---\n\nសួស្តី។\n',
	'demo/km/03-hoi.quiz.md':
		'---\nid: hoi\ntitle: សួរ\n---\n\n## តម្លៃ? {#gia}\n- [ ] ក {#a}\n- [ ] ខ {#b}\n\n## លេខ? {#so}\n\n## ឈ្មោះ? {#ten}\n= ហាណូយ\n',
};
const all = { ...source, ...km };
const notMarked = (each: string) => !each.includes('translation-unmarked');

async function found(file: string, change: (text: string) => string): Promise<string[]> {
	const files = { ...all, [file]: change(String(all[file])) };
	return (await findings(files, file)).filter(notMarked);
}

describe('a whole translation', () => {
	it('is served, and counts', async () => {
		const result = await compile(all);
		expect(result.errors).toEqual([]);
		expect(result.warnings.map(({ code }) => code)).toEqual(Array(3).fill('translation-unmarked'));
		const { manifest, parts } = result.courses.demo ?? expect.fail();
		expect(manifest.locales).toEqual(['vi', 'km']);
		expect(manifest.lessons.mot?.locales.km?.title).toBe('មួយ');
		const { gia, so, ten } = manifest.questions;
		expect(parts[gia?.key ?? '']).toEqual({ kind: 'single', right: 'a' });
		expect(parts[so?.key ?? '']).toEqual({ kind: 'number', low: 3.5, high: 3.5, shown: 3.5 });
		expect(parts[ten?.key ?? '']).toEqual({ kind: 'text', accept: { vi: ['Hà Nội'], km: ['ហាណូយ'] } });
		expect(parts[gia?.locales.km?.text ?? '']).toMatchObject({
			title: 'តម្លៃ?',
			options: [{ id: 'a' }, { id: 'b' }],
		});
		expect(gia).toMatchObject({ points: 2, skill: 'tt02-2025:5.2' });
	});

	it('counts Khmer words by a dictionary', async () => {
		const words = 'ខ្ញុំចង់រៀនប្រើទូរស័ព្ទ'.repeat(120);
		const files = { ...all, 'demo/km/02-hai.md': `---\nid: hai\ntitle: ពីរ\n---\n\n${words}\n` };
		const { courses } = await compile(files);
		const minutes = courses.demo?.manifest.lessons.hai?.locales.km?.minutes ?? 0;
		expect(minutes).toBeGreaterThanOrEqual(3);
		expect(minutes).toBeLessThanOrEqual(6);
	});
});

describe('a part of a translation', () => {
	it('is served lesson by lesson, and does not count as a whole', async () => {
		const { 'demo/km/02-hai.md': _, ...files } = all;
		const result = await compile(files);
		expect(result.errors).toEqual([]);
		expect(result.warnings.filter(({ code }) => code !== 'translation-unmarked')).toMatchObject([
			{ file: 'demo/km/02-hai.md', line: 1, code: 'translation-file-missing' },
		]);
		const manifest = result.courses.demo?.manifest;
		expect(manifest?.locales).toEqual(['vi']);
		expect(Object.keys(manifest?.lessons.mot?.locales ?? {})).toEqual(['vi', 'km']);
		expect(Object.keys(manifest?.lessons.hai?.locales ?? {})).toEqual(['vi']);
		expect(result.withheld).toEqual([]);
	});

	it('may lack a question', async () => {
		const quiz = 'demo/km/03-hoi.quiz.md';
		expect(await found(quiz, (text) => text.replace(/## លេខ.*\n/, ''))).toEqual([
			'1:1 translation-question-missing',
		]);
	});

	it('may lack words to type, and titles', async () => {
		expect(await found('demo/km/03-hoi.quiz.md', (text) => text.replace('= ហាណូយ\n', ''))).toEqual([
			'12:1 translation-words-missing',
		]);
		expect(await found('demo/course.yaml', (text) => text.replace(', km: សាក }', ' }'))).toEqual([
			'3:8 translation-words-missing',
		]);
	});
});

describe('an error in a translation', () => {
	it.each<[string, string, (text: string) => string, string[]]>([
		[
			'an unknown file',
			'02-hai.md',
			(text) => text.replace('id: hai', 'id: hay'),
			['2:5 translation-extra-file'],
		],
		['no check', '01-mot.md', (text) => text.replace(/<Check.*\n/, ''), ['1:1 translation-no-component']],
		[
			'another task',
			'01-mot.md',
			(text) => text.replace('"thu"', '"thuu"'),
			['1:1 translation-no-component', '8:10 translation-extra-component'],
		],
		[
			'other skills',
			'01-mot.md',
			(text) => text.replace('---\n\n', 'skills: ["4.2"]\n---\n\n'),
			['4:9 translation-differs'],
		],
		[
			'another kind of quiz',
			'03-hoi.quiz.md',
			(text) => text.replace('---\n\n', 'kind: exam\n---\n\n'),
			['4:7 translation-differs'],
		],
		[
			'other points',
			'03-hoi.quiz.md',
			(text) => text.replace('{#gia}', '{#gia points=1}'),
			['6:17 translation-differs'],
		],
		[
			'another skill',
			'03-hoi.quiz.md',
			(text) => text.replace('{#gia}', '{#gia skill=5.1}'),
			['6:17 translation-differs'],
		],
		['another tick', '03-hoi.quiz.md', (text) => text.replace('[ ] ខ', '[x] ខ'), ['8:1 translation-key']],
		[
			'another number',
			'03-hoi.quiz.md',
			(text) => text.replace('{#so}\n', '{#so}\n= 4\n'),
			['11:1 translation-key'],
		],
		[
			'another kind of question',
			'03-hoi.quiz.md',
			(text) => text.replace('{#so}\n', '{#so}\n= true\n'),
			['10:1 translation-kind'],
		],
		[
			'an option more',
			'03-hoi.quiz.md',
			(text) => text.replace('{#b}\n', '{#b}\n- [ ] គ {#c}\n'),
			['9:10 translation-extra-option'],
		],
		[
			'an option less',
			'03-hoi.quiz.md',
			(text) => text.replace('- [ ] ខ {#b}\n', ''),
			['6:1 translation-no-option'],
		],
		[
			'options in another order',
			'03-hoi.quiz.md',
			(text) => text.replace('- [ ] ក {#a}\n- [ ] ខ {#b}', '- [ ] ខ {#b}\n- [ ] ក {#a}'),
			['7:1 translation-order'],
		],
		[
			'a question more',
			'03-hoi.quiz.md',
			(text) => `${text}\n## ថ្មី? {#moi}\n= true\n`,
			['15:11 translation-extra-question'],
		],
		[
			'questions in another order',
			'03-hoi.quiz.md',
			(text) =>
				text
					.replace('{#so}', '{#x}')
					.replace('{#gia}', '{#so}')
					.replace('{#x}', '{#gia}')
					.replace(/- \[ \].*\n/g, '')
					.replace('{#gia}\n', '{#gia}\n- [ ] ក {#a}\n- [ ] ខ {#b}\n'),
			['6:1 translation-order'],
		],
	])('%s', async (_, name, change, expected) => {
		expect(await found(`demo/km/${name}`, change)).toEqual(expected);
	});

	it('withholds that language alone', async () => {
		const broken = { ...all, 'demo/km/02-hai.md': '---\nid: hai\ntitle: ពីរ\n---\n\n<b>x</b>\n' };
		const result = await compile(broken);
		expect(result.errors.map(({ file, code }) => [file, code])).toEqual([
			['demo/km/02-hai.md', 'html-not-allowed'],
		]);
		expect(result.withheld).toEqual([{ course: 'demo', locale: 'km' }]);
		const manifest = result.courses.demo?.manifest;
		expect(manifest?.locales).toEqual(['vi']);
		expect(Object.keys(manifest?.lessons.mot?.locales ?? {})).toEqual(['vi']);
		expect(result.courses.demo?.parts[manifest?.questions.ten?.key ?? '']).toEqual({
			kind: 'text',
			accept: { vi: ['Hà Nội'] },
		});
	});

	it('in the source withholds the course', async () => {
		const result = await compile({
			...all,
			'demo/vi/02-hai.md': '---\nid: hai\ntitle: Hai\n---\n\n<b>x</b>\n',
		});
		expect(result.courses).toEqual({});
	});
});

describe('the source mark', () => {
	it('that no longer fits is a warning, and nothing writes over it', async () => {
		const files = {
			...all,
			'demo/km/02-hai.md': String(km['demo/km/02-hai.md']).replace('---\n\n', `${mark}\n---\n\n`),
		};
		const result = await compile(files);
		expect(result.errors).toEqual([]);
		expect(result.warnings.filter(({ file }) => file === 'demo/km/02-hai.md')).toMatchObject([
			{ line: 4, column: 1, code: 'translation-stale' },
		]);
		expect(result.fixes.filter(({ file }) => file === 'demo/km/02-hai.md')).toEqual([]);
		expect(result.courses.demo?.manifest.locales).toEqual(['vi', 'km']);
	});
});

describe('an id twice', () => {
	it.each([
		['a lesson', 'demo/km/02-hai.md', 'id: hai', 'id: mot', 'demo/km/01-mot.md:2'],
		[
			'a task',
			'demo/km/01-mot.md',
			'</Try>',
			'</Try>\n\n<Try id="thu">\nធ្វើ។\n</Try>',
			'demo/km/01-mot.md:8',
		],
		['a question', 'demo/km/03-hoi.quiz.md', '{#so}', '{#gia}', 'demo/km/03-hoi.quiz.md:6'],
		['an option', 'demo/km/03-hoi.quiz.md', '{#b}', '{#a}', 'demo/km/03-hoi.quiz.md:7'],
	])('of %s is told with where it stands already', async (_, file, old, twice, place) => {
		const { errors } = await compile({ ...all, [file]: String(all[file]).replace(old, twice) });
		const messages = errors.filter(({ code }) => code === 'id-twice').map(({ message }) => message);
		expect(messages).toEqual([expect.stringContaining(`at ${place} too`)]);
	});
});
