/** `cung-hoc grade`: the same verdicts as the server's, from a file alone; what is wrong is said, and where. */
import { afterAll, describe, expect, it } from 'vitest';
import { grade } from '#cli/grade.ts';
import { workshop } from './run.ts';

const { put, run, end } = workshop();
afterAll(end);

const head = '---\nid: thu\ntitle: Thử\nkind: exam\ndraw: 1\n---\n\n';
const quiz = `${head}## Mật khẩu nào khó đoán? {#mat-khau skill=4.1 points=2 teaches=bai-mot}

- [ ] 12345678 {#a}
- [x] chim-sẻ-bảy-cây-tre {#b}

## Mười gói hết bao nhiêu nghìn đồng? {#gia}

= 35 ± 0,5

## Cái nào là quả? {#qua}

- [x] xoài {#a}
- [x] mít {#b}
- [ ] rau {#c}

## Xếp thứ tự {#thu-tu .order}

1. mở máy {#mo}
2. gọi {#goi}

## Ghép {#ghep .match}

- mèo {#meo} => kêu meo {#keu}
- chó {#cho} => sủa {#sua}
`;
const right = {
	'mat-khau': 'b',
	gia: '35,2',
	qua: ['a', 'b'],
	'thu-tu': ['mo', 'goi'],
	ghep: { meo: 'keu', cho: 'sua' },
};
const file = put('vi/05-thu.quiz.md', quiz);
const graded = (answers: unknown, ...more: string[]) =>
	run(grade, file, '--answers', put('a.json', JSON.stringify(answers)), '--json', ...more);

describe('grading', () => {
	it('all questions count, drawn or not', async () => {
		const { code, said } = await graded(right);
		expect(code).toBe(0);
		expect(JSON.parse(said)).toEqual({
			score: 6,
			maxScore: 6,
			verdicts: {
				'mat-khau': { score: 2, maxScore: 2, correct: true },
				gia: { score: 1, maxScore: 1, correct: true },
				qua: { score: 1, maxScore: 1, correct: true },
				'thu-tu': { score: 1, maxScore: 1, correct: true },
				ghep: { score: 1, maxScore: 1, correct: true },
			},
		});
	});

	it('what is left out scores 0, and a part scores in part', async () => {
		const { said } = await graded({ qua: ['a'], 'mat-khau': { answer: 'b', confidence: 2 }, gia: null });
		expect(JSON.parse(said)).toMatchObject({
			score: 2.5,
			verdicts: {
				qua: { score: 0.5, correct: 'partially' },
				gia: { score: 0, correct: false },
				ghep: { score: 0, correct: false },
			},
		});
	});

	it('the language is the folder’s, else the one named', async () => {
		const money = put('money.quiz.md', `${head}## How much? {#m}\n\n= 3500\n`);
		const answers = put('m.json', '{"m": "3,500"}');
		const score = async (...more: string[]) =>
			JSON.parse((await run(grade, money, '--answers', answers, '--json', ...more)).said).score;
		expect(await score()).toBe(0);
		expect(await score('--locale', 'en')).toBe(1);
		expect(
			JSON.parse(
				(
					await run(
						grade,
						put('en/m.quiz.md', `${head}## How much? {#m}\n\n= 3500\n`),
						'--answers',
						answers,
						'--json',
					)
				).said,
			).score,
		).toBe(1);
	});

	it('ids and a head that are missing are those that check --fix writes', async () => {
		const bare = put('bare.quiz.md', '## Thủ đô?\n\n- [ ] Huế\n- [x] Hà Nội\n');
		const { code, said } = await run(grade, bare, '--answers', put('b.json', '{"thu-do": "b"}'), '--json');
		expect([code, JSON.parse(said).score]).toEqual([0, 1]);
	});
});

describe('what is refused', () => {
	it.each([
		['an unknown question', { khac: 'a' }, ['khac'], /no question "khac".*mat-khau, gia/],
		['an unknown option', { 'mat-khau': 'x' }, ['mat-khau'], /no such choice/],
		['a wrong shape', { 'mat-khau': 5, gia: 'nhiều' }, ['mat-khau', 'gia'], /another kind/],
		['no answer at all', { gia: { x: [1] } }, ['gia'], /no usable form/],
		['no object', ['b'], [''], /JSON object/],
	])('%s', async (_, answers, paths, message) => {
		const { code, said } = await graded(answers);
		const { errors } = JSON.parse(said);
		expect(code).toBe(1);
		expect(errors.map((each: { path: string }) => each.path)).toEqual(paths);
		expect(errors[0].message).toMatch(message);
	});

	it('JSON that is none, with its place', async () => {
		const { code, said } = await run(grade, file, '--answers', put('bad.json', '{\n "gia": }'), '--json');
		expect(code).toBe(1);
		expect(JSON.parse(said).errors[0].message).toMatch(/bad\.json:2:\d+/);
	});

	it('a quiz with an error, with its place', async () => {
		const broken = put('broken.quiz.md', `${head}## A {#a}\n\n- [ ] b {#b}\n- [ ] c {#c}\n`);
		const { code, said } = await run(grade, broken, '--answers', put('c.json', '{}'), '--json');
		expect(code).toBe(1);
		expect(JSON.parse(said).errors).toMatchObject([
			{ file: 'broken.quiz.md', line: 8, code: 'no-right-answer' },
		]);
	});

	it('files that are not there, and arguments that are missing', async () => {
		await expect(run(grade, 'none.quiz.md', '--answers', file)).rejects.toThrow(
			/none\.quiz\.md cannot be read/,
		);
		await expect(run(grade, file)).rejects.toThrow(/answers/);
		await expect(run(grade)).rejects.toThrow(/quiz file/);
	});
});
