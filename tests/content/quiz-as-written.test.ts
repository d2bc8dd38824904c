/** What a quiz file says is what is asked and graded, or it is told of: nothing changes without a word. */
import { describe, expect, it } from 'vitest';
import type { Feedback, Key, QuestionText } from '#schemas/question.ts';
import { compile, findings, quiz } from './helpers.ts';

const file = 'demo/vi/02-hoi.quiz.md';
/** The body starts at line 7. */
const found = (body: string) => findings(quiz(`${body}\n`), file);

/** The one question of the body, as it is stored. */
async function read(body: string) {
	const { courses, errors } = await compile(quiz(`${body}\n`));
	expect(errors).toEqual([]);
	const course = courses.demo ?? expect.fail();
	const entry = course.manifest.questions.q ?? expect.fail();
	const { text, feedback } = entry.locales.vi ?? expect.fail();
	return {
		key: course.parts[entry.key] as Key,
		text: course.parts[text] as QuestionText,
		feedback: course.parts[feedback] as Feedback,
	};
}

describe('options', () => {
	it.each([
		'- [x]Đăng {#a}\n- [ ]Xóa {#b}',
		'- [X] Đăng {#a}\n- [] Xóa {#b}',
		'-[x] Đăng {#a}\n-[ ] Xóa {#b}',
		'-[x]Đăng {#a}\n-[]Xóa {#b}',
		'* [ x ] Đăng {#a}\n* [  ] Xóa {#b}',
		'+ [x]\tĐăng {#a}\n+ [ ]\tXóa {#b}',
	])('%j', async (options) => {
		const { key, text } = await read(`## Gì? {#q}\n\n${options}`);
		expect(key).toEqual({ kind: 'single', right: 'a' });
		expect(text.options?.map(({ id, content }) => [id, content]).sort()).toEqual([
			['a', ['Đăng']],
			['b', ['Xóa']],
		]);
	});

	it('a link in a list is no option', async () => {
		const { text } = await read('## Gì? {#q}\n\n- [x](https://a.b)\n\n- [x] a {#a}\n- [ ] b {#b}');
		expect(JSON.stringify(text.body)).toContain('https://a.b/');
		expect(text.options).toHaveLength(2);
	});

	it('a line of a list without a box is told of', async () => {
		expect(await found('## A {#q}\n- [x] a {#a}\n- b\n- [ ] c {#c}')).toEqual(['9:1 option-no-box']);
		expect(await found('## A {#q}\n- [x] a {#a}\n- [ ] c {#c}\n\n* d')).toEqual(['11:1 option-no-box']);
	});

	it('steps and pairs need no blank either', async () => {
		const order = await read('## A {#q .order}\n1.Một {#mot}\n2)Hai {#hai}');
		expect(order.key).toMatchObject({ kind: 'order', right: ['mot', 'hai'] });
		const match = await read('## A {#q .match}\n-Một {#mot} => Hai {#hai}\n- Ba {#ba} => Bốn {#bon}');
		expect(match.key).toMatchObject({ kind: 'match', right: { mot: 'hai', ba: 'bon' } });
	});
});

describe('the arrow of a pair', () => {
	it.each([
		['in code is a part of it', '`a => b` {#mot}', 'a => b'],
		['in code of two backticks too', '``a ` => b`` {#mot}', 'a ` => b'],
		['that is escaped is a sign', 'a \\=> b {#mot}', 'a => b'],
	])('%s', async (_what, left, words) => {
		const { key, text } = await read(`## A {#q .match}\n- ${left} => Hai {#hai}\n- Ba {#ba} => Bốn {#bon}`);
		expect(key).toMatchObject({ kind: 'match', right: { mot: 'hai', ba: 'bon' } });
		const first = text.options?.find(({ id }) => id === 'mot');
		expect(JSON.stringify(first?.content)).toContain(JSON.stringify(words).slice(1, -1));
	});
});

describe('hints and explanations', () => {
	it.each([
		['two paragraphs', '! Một.\n\nHai.', 'Một. Hai.'],
		['a list', '! Vì:\n\n- một\n- hai', 'Vì: - một - hai'],
		['a quotation', '! Vì:\n> một', 'Vì: > một'],
		['code', '! Gõ:\n\n```\n## a\n```\n\nxong', 'Gõ: ## a xong'],
	])('%s', async (_, written, explanation) => {
		const { text, feedback } = await read(`## A {#q}\n- [x] a {#a}\n- [ ] b {#b}\n\n${written}`);
		expect(feedback.explanation).toBe(explanation);
		expect(feedback.options).toEqual({});
		expect(text.body).toEqual([]);
		expect(JSON.stringify(text)).not.toContain('ột');
	});

	it('each keeps its own', async () => {
		const { text, feedback } = await read(
			'## A {#q}\nThân.\n\n= 35\n\n? Gợi một.\n\nGợi hai.\n\n! Giải một.\n\nGiải hai.',
		);
		expect(text.hint).toBe('Gợi một. Gợi hai.');
		expect(feedback.explanation).toBe('Giải một. Giải hai.');
		expect(text.body).toEqual([{ name: 'p', children: ['Thân.'] }]);
	});
});

describe('keys that are typed', () => {
	it.each([
		['= 0912345678', ['0912345678'], 'nought'],
		['= 0912 345 678', ['0912 345 678'], 'nought'],
		['= 007', ['007'], 'nought'],
		['= 135.000đ', ['135.000đ'], 'unit'],
		['= 70%', ['70%'], 'unit'],
		['= 12,5 kg', ['12,5 kg'], 'unit'],
		['= 5 km/h', ['5 km/h'], 'unit'],
		['= ₫135000', ['₫135000'], 'unit'],
		['= 35 | 36', ['35', '36'], 'several'],
	])('%s stays as it is written, and is told of', async (written, accept) => {
		const { key } = await read(`## A {#q}\n${written}`);
		expect(key).toEqual({ kind: 'text', accept: { vi: accept } });
		expect(await found(`## A {#q}\n${written}`)).toEqual(['8:1 digits-as-words']);
		expect(await found(`## A {#q .text}\n${written}`)).toEqual([]);
	});

	it.each([
		['= 0,5', 0.5],
		['= 0.25', 0.25],
		['= 0', 0],
		['= -0,5', -0.5],
		['= 135.000', 135000],
		['= 1 000', 1000],
	])('%s is a number', async (written, shown) => {
		expect((await read(`## A {#q}\n${written}`)).key).toMatchObject({ kind: 'number', shown });
		expect(await found(`## A {#q}\n${written}`)).toEqual([]);
	});

	it.each(['= Zalo 24', '= Hà Nội | Hanoi', '= 2 người | hai người', '= mp3', '= 24/7'])(
		'%s is words',
		async (written) => {
			expect((await read(`## A {#q}\n${written}`)).key).toMatchObject({ kind: 'text' });
			expect(await found(`## A {#q}\n${written}`)).toEqual([]);
		},
	);

	it('diacritics count where the author says so', async () => {
		expect((await read('## A {#q .dau}\n= Hà Nội')).key).toEqual({
			kind: 'text',
			accept: { vi: ['Hà Nội'] },
			marks: true,
		});
		expect(await found('## A {#q .dau}\n= true')).toEqual(['7:10 marks-unused']);
	});

	it('a number that is named so has no unit', async () => {
		expect(await found('## A {#q .number}\n= 135.000đ')).toEqual(['8:1 number-unreadable']);
	});
});
