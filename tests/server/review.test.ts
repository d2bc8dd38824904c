/** Mistakes come back, and tell no key that is not told anyway. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	course,
	exam,
	expectProblem,
	minute,
	quiz,
	rightAnswer,
	start,
	submit,
	takeExam,
	wrongAnswer,
} from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const day = 24 * 60 * minute;
const work = () => server.clock.advance(minute);
const page = async (who: Client) => (await who.get('/api/views/review?locale=vi')).body;
const answer = (who: Client, question: string, given: unknown) =>
	who.post('/api/reviews', { course, question, locale: 'vi', answer: given });

test('what went wrong in a quiz that shows its solutions comes the next day, and then later', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	work();
	await submit(who, id, {
		mk: 'a',
		'hoi-otp': false,
		gia: '35',
		'thu-do': 'Hà Nội',
		'giu-may': ['khoa', 'cap-nhat'],
	});
	const before = (await who.get(`/api/attempts/${id}`)).body.submission;
	expect(await page(who)).toMatchObject({ due: 0, item: null, nextAt: expect.any(String) });
	server.clock.advance(day + minute);
	const { due, item } = await page(who);
	expect({ due, id: item.question.id, course: item.course }).toEqual({ due: 1, id: 'mk', course });
	expect((await who.get('/api/views/learning?locale=vi')).body.reviewsDue).toBe(1);
	const wrong = await answer(who, 'mk', 'c');
	expect(wrong.body).toMatchObject({
		verdict: { correct: false, solution: 'b', teaches: [{ lesson: 'mat-khau' }] },
		left: 0,
	});
	// Once more on the same day moves nothing.
	expect((await answer(who, 'mk', 'b')).body.nextAt).toBe(wrong.body.nextAt);
	expect((await page(who)).due).toBe(0);
	server.clock.advance(day + minute);
	const right = (await answer(who, 'mk', 'b')).body;
	expect(right.verdict).not.toHaveProperty('teaches');
	expect(Math.round((Date.parse(right.nextAt) - server.clock.now.getTime()) / day)).toBe(3);
	expect((await who.get(`/api/attempts/${id}`)).body.submission).toEqual(before);
	expect((await who.get('/api/me/data')).body.reviews).toEqual([
		expect.objectContaining({ questionId: 'mk', box: 2 }),
	]);
});

test('no question of an exam before it is passed, and those that went wrong after', async () => {
	const who = await server.guest();
	const { attempt } = await takeExam(who, wrongAnswer, work);
	server.clock.advance(2 * day);
	expect(await page(who)).toMatchObject({ due: 0, item: null, nextAt: null });
	const [asked] = attempt.questions;
	expectProblem(await answer(who, asked!.id, 'a'), 404, 'question-unknown');
	await takeExam(who, rightAnswer, work);
	expect(await page(who)).toMatchObject({ due: attempt.questions.length });
	expect((await answer(who, asked!.id, rightAnswer(asked!.id))).body.verdict.correct).toBe(true);
	const stranger = await server.guest();
	expectProblem(await answer(stranger, asked!.id, 'a'), 404, 'question-unknown');
	expect(exam).toBe('cuoi-khoa');
});

test('an answer that cannot be read is refused', async () => {
	const who = await server.guest();
	await who.post('/api/checks', { course, question: 'lt-1', answer: 'a', locale: 'vi' });
	expectProblem(
		await server.anonymous.post('/api/reviews', { course, question: 'mk', answer: 'a' }),
		401,
		'not-signed-in',
	);
	expect((await who.post('/api/reviews', { course })).status).toBe(400);
});
