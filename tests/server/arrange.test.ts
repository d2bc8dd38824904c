/** Questions to put in order and to match, from the author's file to the verdict. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './harness.ts';
import { arrange, course, expectProblem, save, start, submit } from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const order = ['ngat-may', 'goi-lai', 'ke-lai'];
const pairs = { 'mat-khau-dai': 'kho-doan', 'khoa-may': 'khong-mo', 'ma-pin': 'khong-mo' };

test('shows what is to be arranged, each thing once', async () => {
	const { questions } = await start(await server.guest(), arrange);
	const ids = (options: { id: string }[] = []) => options.map(({ id }) => id).sort();
	expect(ids(questions[0]!.options)).toEqual([...order].sort());
	expect(questions[0]).not.toHaveProperty('targets');
	expect(ids(questions[1]!.options)).toEqual(Object.keys(pairs).sort());
	expect(ids(questions[1]!.targets)).toEqual(['chay-nhanh', 'kho-doan', 'khong-mo']);
});

test('what is saved comes back, and is graded', async () => {
	const who = await server.guest();
	const { id } = await start(who, arrange);
	expect((await save(who, id, 'xg-thu-tu', order)).status).toBe(200);
	expect((await save(who, id, 'xg-ghep', { answer: pairs, confidence: 2 })).status).toBe(200);
	const { answers } = (await who.get(`/api/attempts/${id}`)).body;
	expect(answers['xg-thu-tu'].answer).toEqual(order);
	expect(answers['xg-ghep'].answer).toEqual({ answer: pairs, confidence: 2 });
	const { body } = await submit(who, id);
	expect(body).toMatchObject({ score: 2, maxScore: 2, passed: true });
	expect(body.verdicts['xg-thu-tu']).toMatchObject({ correct: true, solution: order });
	expect(body.verdicts['xg-ghep']).toMatchObject({ correct: true, solution: pairs });
});

test('a place that is still open stays open', async () => {
	const who = await server.guest();
	const { id } = await start(who, arrange);
	expect((await save(who, id, 'xg-thu-tu', ['ngat-may', null, 'ke-lai'])).status).toBe(200);
	const { answers } = (await who.get(`/api/attempts/${id}`)).body;
	expect(answers['xg-thu-tu'].answer).toEqual(['ngat-may', null, 'ke-lai']);
	const { body } = await submit(who, id);
	expect(body.verdicts['xg-thu-tu']).toMatchObject({ correct: 'partially', score: 1 / 3 });
});

test('the same pairs sent twice are the same answer, in whatever order they are written', async () => {
	const who = await server.guest();
	const { id } = await start(who, arrange);
	await save(who, id, 'xg-ghep', pairs, 5);
	const turned = Object.fromEntries(Object.entries(pairs).reverse());
	expect((await save(who, id, 'xg-ghep', turned, 5)).body).toMatchObject({ accepted: true });
});

test('gives a part of the points for a part', async () => {
	const who = await server.guest();
	const { id } = await start(who, arrange);
	const half = { 'mat-khau-dai': 'kho-doan', 'khoa-may': 'chay-nhanh' };
	const { body } = await submit(who, id, { 'xg-thu-tu': ['goi-lai', 'ngat-may', 'ke-lai'], 'xg-ghep': half });
	expect(body.verdicts['xg-thu-tu']).toMatchObject({ correct: 'partially', score: 2 / 3 });
	expect(body.verdicts['xg-ghep']).toMatchObject({ correct: 'partially', score: 1 / 3 });
});

test.each([
	['xg-thu-tu', ['ngat-may', 'ngat-may']],
	['xg-thu-tu', ['ngat-may', 'la']],
	['xg-thu-tu', { 'ngat-may': 'goi-lai' }],
	['xg-thu-tu', ['ngat-may', null, 'ngat-may']],
	['xg-ghep', { 'mat-khau-dai': 'la' }],
	['xg-ghep', { constructor: 'kho-doan' }],
	['xg-ghep', ['mat-khau-dai']],
])('refuses %s %j', async (question, answer) => {
	const who = await server.guest();
	const { id } = await start(who, arrange);
	expectProblem(await save(who, id, question, answer), 422, 'answer-unreadable');
});

test('is judged in a lesson, too', async () => {
	const who = await server.guest();
	const check = (question: string, answer: unknown) => who.post('/api/checks', { course, question, answer });
	expect((await check('xg-thu-tu', [...order].reverse())).body).toMatchObject({ correct: false, score: 0 });
	expect((await check('xg-ghep', pairs)).body).toMatchObject({ correct: true, score: 1 });
});
