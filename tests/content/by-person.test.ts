/** Questions that a person grades, from the author's file to what is stored. */
import { describe, expect, it } from 'vitest';
import type { Feedback } from '#schemas/question.ts';
import { findings, quiz, readQuestion } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
const head = 'kind: exam\ngraders: 2\nagree_within: 10%';
const essay = [
	'## Kể lại ba bước {#q .essay words=50..200 lines=12}',
	'',
	'Viết cho người mới học.',
	'',
	'- [2] Nêu **đúng** ba bước {#buoc}',
	'- [0,5] Viết rõ {#ro}',
	'',
	'! Ba bước là …',
].join('\n');

async function read(body: string) {
	const found = await readQuestion(quiz(body, head));
	const { parts, manifest } = found.course;
	return {
		...found,
		quiz: Object.values(manifest.quizzes).find(({ questions }) => questions.includes('q')),
		feedback: parts[found.entry.locales.vi?.feedback ?? ''] as Feedback,
	};
}

describe('an essay', () => {
	it('has a rubric that is told with the feedback, and its points are the sum', async () => {
		const { entry, key, text, feedback, quiz } = await read(essay);
		expect(entry).toMatchObject({ kind: 'essay', points: 2.5 });
		expect(key).toEqual({
			kind: 'essay',
			rubric: [
				{ id: 'buoc', points: 2 },
				{ id: 'ro', points: 0.5 },
			],
		});
		expect(feedback).toEqual({
			options: { buoc: 'Nêu đúng ba bước', ro: 'Viết rõ' },
			explanation: 'Ba bước là …',
		});
		expect(text).toMatchObject({ words: { least: 50, most: 200 }, lines: 12 });
		expect(JSON.stringify(text)).not.toContain('Viết rõ');
		expect(quiz).toMatchObject({ graders: 2, agreeWithin: 0.1 });
	});

	it('without a rubric has one criterion', async () => {
		const { key } = await read('## Kể lại {#q .essay points=3}\n\nViết tự do.');
		expect(key).toEqual({ kind: 'essay', rubric: [{ id: 'whole', points: 3 }] });
	});

	it.each<[string, string, string[]]>([
		['no points', '## A {#q .essay}\n- [ ] a {#a}', ['8:1 criterion-points']],
		['a tick', '## A {#q .essay}\n- [x] a {#a}', ['8:1 criterion-points']],
		['a third of a point', '## A {#q .essay}\n- [0,3] a {#a}', ['8:1 criterion-points']],
		['another sum', '## A {#q .essay points=4}\n- [2] a {#a}\n- [1] b {#b}', ['7:17 criterion-sum']],
		['the same sum', '## A {#q .essay points=3}\n- [2] a {#a}\n- [1] b {#b}', []],
		['the same words twice', '## A {#q .essay}\n- [1] a {#a}\n- [1] a {#b}', ['9:1 option-duplicate']],
		['no id', '## A {#q .essay}\n- [1] a', ['8:1 option-no-id']],
		['feedback to a criterion', '## A {#q .essay}\n- [1] a {#a}\n> b', ['8:1 feedback-unused']],
		['an answer as well', '## A {#q .essay}\n- [1] a {#a}\n= b', ['7:1 answer-mixed']],
		['words upside down', '## A {#q .essay words=9..3}', ['7:17 length-unreadable']],
		['one number of words', '## A {#q .essay words=9}', ['7:17 length-unreadable']],
		['too many lines', '## A {#q .essay lines=99}', ['7:17 length-unreadable']],
		['words elsewhere', '## A {#q words=1..2}\n- [x] a {#a}\n- [ ] b {#b}', ['7:10 length-unused']],
	])('%s', async (_, body, expected) => {
		expect(await findings(quiz(`${body}\n`), file)).toEqual(expected);
	});

	it.each<[string, string, string[]]>([
		['three graders', 'kind: exam\ngraders: 3', ['5:10 wrong-value']],
		['no share', 'kind: exam\nagree_within: 200%', ['5:15 agree-range']],
	])('%s', async (_, settings, expected) => {
		expect(await findings(quiz(`${essay}\n`, settings), file)).toEqual(expect.arrayContaining(expected));
	});
});

describe('a question that asks for a file', () => {
	const photo = [
		'## Chụp màn hình điện thoại {#q .file accept=pdf,photo mb=5}',
		'',
		'- [2] Thấy rõ *giờ* {#gio}',
		'- [1] Không có số điện thoại của ai {#kin}',
	].join('\n');

	it('says what may be sent, and has a rubric that is told with the feedback', async () => {
		const { entry, key, text, feedback } = await read(photo);
		expect(entry).toMatchObject({ kind: 'file', points: 3 });
		expect(key).toEqual({
			kind: 'file',
			rubric: [
				{ id: 'gio', points: 2 },
				{ id: 'kin', points: 1 },
			],
		});
		expect(text).toMatchObject({ accept: ['photo', 'pdf'], megabytes: 5 });
		expect(JSON.stringify(text)).not.toContain('Thấy rõ');
		expect(feedback.options).toEqual({ gio: 'Thấy rõ giờ', kin: 'Không có số điện thoại của ai' });
	});

	it('asks for a photo where nothing else is said', async () => {
		const { text, key } = await read('## Chụp màn hình {#q .file points=3}');
		expect(text).toMatchObject({ accept: ['photo'] });
		expect(text).not.toHaveProperty('megabytes');
		expect(key).toEqual({ kind: 'file', rubric: [{ id: 'whole', points: 3 }] });
	});

	it.each<[string, string, string[]]>([
		['another kind of file', '## A {#q .file accept=video}', ['7:16 item-value-unknown']],
		[
			'one that is known and one that is not',
			'## A {#q .file accept=photo,doc}',
			['7:16 item-value-unknown'],
		],
		['nothing', '## A {#q .file accept=}', ['7:16 item-value-unknown']],
		['no megabytes', '## A {#q .file mb=0}', ['7:16 megabytes-unreadable']],
		['too many', '## A {#q .file mb=51}', ['7:16 megabytes-unreadable']],
		['half of one', '## A {#q .file mb=0.5}', ['7:16 megabytes-unreadable']],
		['in an essay', '## A {#q .essay accept=photo}', ['7:17 sending-unused']],
		['megabytes elsewhere', '## A {#q mb=5}\n- [x] a {#a}\n- [ ] b {#b}', ['7:10 sending-unused']],
		['words', '## A {#q .file words=1..2}', ['7:16 length-unused']],
		['no points', '## A {#q .file}\n- [ ] a {#a}', ['8:1 criterion-points']],
		['an answer as well', '## A {#q .file}\n= b', ['7:1 kind-mismatch']],
	])('%s', async (_, body, expected) => {
		expect(await findings(quiz(`${body}\n`, 'kind: exam'), file)).toEqual(expect.arrayContaining(expected));
	});

	it('has no place in practice, where nobody grades', async () => {
		expect(await findings(quiz('## A {#q .file}\n'), file)).toEqual(['7:1 file-in-practice']);
	});
});
