import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import { attempt, response } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	course,
	exam,
	examQuestions,
	expectProblem,
	minute,
	practice,
	quiz,
	rightAnswer,
	save,
	start,
	submit,
	takeExam,
	wrongAnswer,
} from './quizzes.ts';

/** Who helped: an opaque id. */
const helper = '0192f0c1-7a55-7cde-8f00-00000000000c';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const answersOf = async (who: Client, id: string) => (await who.get(`/api/attempts/${id}`)).body.answers;
const rowsOf = (who: Client, id: string) =>
	server.db
		.select()
		.from(response)
		.where(and(eq(response.learnerId, who.me!.id), eq(response.attemptId, id)));

test('an answer is saved by POST as by PUT, and a repeat by either is the same', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	const address = `/api/attempts/${id}/answers/mk`;
	const byPost = await who.post(address, { answer: 'b', revision: 7 });
	expect([byPost.status, byPost.body]).toEqual([
		200,
		{ question: 'mk', revision: 7, savedAt: byPost.body.savedAt, accepted: true },
	]);
	expect((await save(who, id, 'mk', 'b', 7)).body).toEqual(byPost.body);
	expect((await who.post(address, { answer: 'c', revision: 6 })).body).toEqual({
		...byPost.body,
		accepted: false,
	});
	expect(await answersOf(who, id)).toEqual({
		mk: { answer: 'b', revision: 7, savedAt: byPost.body.savedAt },
	});
});

describe('an answer that can be read', () => {
	test.each([
		['mk', 'b', 'b'],
		['mk', null, null],
		['mk', { answer: 'c', confidence: 2 }, { answer: 'c', confidence: 2 }],
		['giu-may', ['khoa', 'cho-muon', 'khoa'], ['khoa', 'cho-muon']],
		['giu-may', [], []],
		['hoi-otp', true, true],
		['gia', 35, 35],
		['gia', '35,25', 35.25],
		['gia', ' 3.500 ', 3500],
		['gia', -0.1, -0.1],
		['gia', 1e21, 1e21],
		['thu-do', ' Hà Nội ', 'Hà Nội'],
		['thu-do', '10.5', '10.5'],
		['thu-do', '', null],
	])('%s: %j is kept as %j', async (question, given, kept) => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const saved = await save(who, id, question, given, 7);
		expect([saved.status, saved.body]).toEqual([
			200,
			{ question, revision: 7, savedAt: expect.any(String), accepted: true },
		]);
		expect(await answersOf(who, id)).toEqual({
			[question]: { answer: kept, revision: 7, savedAt: saved.body.savedAt },
		});
	});

	test('is taken in the attempt’s language', async () => {
		const who = await server.guest('vi');
		const { id } = await start(who, quiz, { locale: 'en' });
		await save(who, id, 'gia', '3.500');
		expect((await answersOf(who, id)).gia.answer).toBe(3.5);
	});

	test('is a row of the key it will be graded by, with its context', async () => {
		const who = await server.guest();
		await server.lookAfter(who, helper);
		const context = { channel: 'class', assistedBy: helper };
		const started = await who.post('/api/attempts', { course, quiz, locale: 'km', context });
		const { id } = started.body;
		const deviceTime = '2026-11-01T01:00:00.000Z';
		const body = {
			answer: 'a',
			revision: Number.MAX_SAFE_INTEGER,
			context: { channel: 'offline', deviceTime },
		};
		expect((await who.put(`/api/attempts/${id}/answers/mk`, body)).status).toBe(200);
		await save(who, id, 'hoi-otp', true);
		const rows = await rowsOf(who, id);
		const version = (await server.app.catalog.version(course))!;
		expect(rows.find((row) => row.questionId === 'mk')).toMatchObject({
			keyHash: version.manifest.questions.mk!.key,
			answer: { answer: 'a' },
			revision: Number.MAX_SAFE_INTEGER,
			firstExposure: true,
			locale: 'km',
			channel: 'offline',
			assistedBy: helper,
			deviceTime: new Date(deviceTime),
		});
		expect(rows.find((row) => row.questionId === 'hoi-otp')).toMatchObject({
			channel: 'class',
			assistedBy: helper,
			deviceTime: null,
		});
	});
});

describe('an answer that cannot be taken', () => {
	test.each([
		['mk', 'x', 'unknown-option'],
		['mk', ['b'], 'wrong-type'],
		['giu-may', ['x'], 'unknown-option'],
		['giu-may', 'khoa', 'wrong-type'],
		['hoi-otp', 'true', 'wrong-type'],
		['gia', 'ba mươi lăm', 'not-a-number'],
		['gia', { answer: '1,2,3', confidence: 1 }, 'not-a-number'],
		['thu-do', 3, 'wrong-type'],
	] as const)('%s: %j is 422, %s', async (question, answer, reason) => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const { errors } = expectProblem(await save(who, id, question, answer), 422, 'answer-unreadable');
		expect(errors).toEqual([{ path: '/answer', message: messagesFor('vi').api.answers[reason] }]);
		expect(await answersOf(who, id)).toEqual({});
	});

	test('is explained in the client’s language', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const body = { answer: 'x', revision: 1 };
		const answered = await who.call('PUT', `/api/attempts/${id}/answers/mk`, body, {
			'accept-language': 'en',
		});
		const said = messagesFor('en').api.answers['unknown-option'];
		expect(answered.body.errors).toEqual([{ path: '/answer', message: said }]);
	});

	test.each([
		['no revision', { answer: 'a' }],
		['revision 0', { answer: 'a', revision: 0 }],
		['half a revision', { answer: 'a', revision: 1.5 }],
		['a revision past what counts exactly', { answer: 'a', revision: 2 ** 53 }],
		['no answer', { revision: 1 }],
		['an answer of another shape', { answer: { text: { a: 1 } }, revision: 1 }],
		['a confidence of 4', { answer: { answer: 'a', confidence: 4 }, revision: 1 }],
		['an unknown field', { answer: 'a', revision: 1, score: 1 }],
		['an unknown channel', { answer: 'a', revision: 1, context: { channel: 'radio' } }],
		['half a character', '{"answer":"\\ud800","revision":1}'],
	])('%s is 400', async (_what, body) => {
		const who = await server.guest();
		const { id, questions } = await start(who, exam);
		expectProblem(await who.put(`/api/attempts/${id}/answers/${questions[0]!.id}`, body), 400, 'bad-request');
		expect(await answersOf(who, id)).toEqual({});
	});

	test('to a question that was not drawn, of another quiz, or none, is 404', async () => {
		const who = await server.guest();
		const { id, questions } = await start(who, exam);
		const drawn = questions.map((question) => question.id);
		const others = examQuestions.filter((question) => !drawn.includes(question));
		for (const question of [...others, 'mk', 'khong-co', 'constructor', 'KHONG'])
			expectProblem(await save(who, id, question, 'a'), 404, 'question-unknown');
		expect(await answersOf(who, id)).toEqual({});
	});

	test('after the submission is 409', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'mk', 'b');
		await submit(who, id);
		expectProblem(await save(who, id, 'mk', 'a', 2), 409, 'attempt-submitted');
		expectProblem(await save(who, id, 'gia', 35), 409, 'attempt-submitted');
		expect(Object.keys(await answersOf(who, id))).toEqual(['mk']);
	});

	test('counts for a minute after the deadline, and is 409 from then on', async () => {
		const who = await server.guest();
		const { id, questions } = await start(who, exam);
		const [first, second] = [questions[0]!, questions[1]!];
		server.clock.advance(20 * minute + 50_000);
		expect((await save(who, id, first.id, rightAnswer(first.id))).status).toBe(200);
		server.clock.advance(15_000);
		const { detail } = expectProblem(await save(who, id, second.id, 'a'), 409, 'attempt-late');
		expect(detail).toContain('vẫn được tính');
		expect((await submit(who, id)).body.score).toBe(1);
		expectProblem(await save(who, id, second.id, 'a'), 409, 'attempt-submitted');
	});
});

describe('revisions', () => {
	test('the highest stands, in whatever order they arrive', async () => {
		const who = await server.guest();
		let highest = 0;
		const { id } = await start(who, quiz);
		const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(orders, fc.boolean(), async (order, atOnce) => {
				const base = highest;
				const send = (n: number) => save(who, id, 'gia', base + n, base + n);
				if (atOnce) await Promise.all(order.map(send));
				else
					for (const n of order) {
						const { body } = await send(n);
						const stands = Math.max(highest, base + n);
						expect(body).toMatchObject({ revision: stands, accepted: base + n > highest });
						highest = stands;
					}
				highest = base + 6;
				expect((await answersOf(who, id)).gia).toMatchObject({ answer: highest, revision: highest });
			}),
			{ numRuns: 25 },
		);
	});

	test('the same one again is accepted with the same answer, and only then', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const first = await save(who, id, 'gia', '35,5', 5);
		server.clock.advance(1000);
		expect((await save(who, id, 'gia', 35.5, 5)).body).toEqual(first.body);
		const refused = { ...first.body, accepted: false };
		expect((await save(who, id, 'gia', 36, 5)).body).toEqual(refused);
		expect((await save(who, id, 'gia', { answer: 35.5, confidence: 1 }, 5)).body).toEqual(refused);
		expect((await save(who, id, 'gia', 35.5, 4)).body).toEqual(refused);
		expect((await answersOf(who, id)).gia).toMatchObject({ answer: 35.5, revision: 5 });
	});

	test('a later one keeps when the question was first answered', async () => {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		await save(who, id, 'mk', 'a', 1);
		const [before] = await rowsOf(who, id);
		server.clock.advance(minute);
		await save(who, id, 'mk', null, 2);
		const [after] = await rowsOf(who, id);
		expect(after).toMatchObject({
			firstSavedAt: before!.firstSavedAt,
			firstExposure: true,
			answer: { answer: null },
		});
		expect(after!.savedAt.getTime() - before!.savedAt.getTime()).toBeGreaterThanOrEqual(minute);
	});

	test('each learner has their own', async () => {
		const id = randomUUID();
		const [one, other] = [await server.guest(), await server.guest()];
		for (const who of [one, other]) await start(who, quiz, { id });
		await save(one, id, 'mk', 'a', 9);
		await save(other, id, 'mk', 'b', 1);
		expect((await answersOf(one, id)).mk.answer).toBe('a');
		expect((await answersOf(other, id)).mk.answer).toBe('b');
	});
});

describe('first exposure', () => {
	test('is the first attempt that asks the question', async () => {
		const who = await server.guest();
		const seen = new Set<string>();
		for (let n = 0; n < 3; n += 1) {
			const made = await start(who, exam);
			for (const { id } of made.questions) await save(who, made.id, id, wrongAnswer(id));
			for (const row of await rowsOf(who, made.id)) expect(row.firstExposure).toBe(!seen.has(row.questionId));
			for (const { id } of made.questions) seen.add(id);
			await submit(who, made.id);
		}
	});

	test('counts what was shown and not answered, and answers that come with the submission', async () => {
		const who = await server.guest();
		await submit(who, (await start(who, quiz)).id);
		const again = await start(who, quiz);
		await submit(who, again.id, { mk: 'b' });
		expect((await rowsOf(who, again.id)).map((row) => row.firstExposure)).toEqual([false]);
		const { attempt: first } = await takeExam(await server.guest(), rightAnswer);
		const rows = await server.db.select().from(response).where(eq(response.attemptId, first.id));
		expect(rows.map((row) => row.firstExposure)).toEqual([true, true, true, true]);
	});

	test('is not after a check of the question', async () => {
		const who = await server.guest();
		expect((await who.post('/api/checks', { course, question: 'kt-so', answer: 12 })).status).toBe(200);
		const { id } = await start(who, practice);
		await save(who, id, 'kt-so', 12);
		await save(who, id, 'kt-ma', false);
		const rows = await rowsOf(who, id);
		expect(Object.fromEntries(rows.map((row) => [row.questionId, row.firstExposure]))).toEqual({
			'kt-so': false,
			'kt-ma': true,
		});
	});
});

test('saving costs one statement, and answers that come together share one', async () => {
	const all = await Promise.all(Array.from({ length: 8 }, () => server.guest()));
	const ids = await Promise.all(all.map(async (who) => (await start(who, quiz)).id));
	const saveAll = (revision: number) =>
		Promise.all(all.map((who, n) => save(who, ids[n]!, 'mk', 'b', revision)));
	await saveAll(1);
	const query = vi.spyOn(server.database, 'query');
	const transactions = vi.spyOn(server.db, 'transaction');
	try {
		await save(all[0]!, ids[0]!, 'mk', 'a', 2);
		expect(query).toHaveBeenCalledTimes(1);
		query.mockClear();
		for (const saved of await saveAll(3)) expect(saved.body).toMatchObject({ revision: 3, accepted: true });
		expect(query.mock.calls.length).toBeLessThan(all.length);
		expect(transactions).not.toHaveBeenCalled();
	} finally {
		for (const spy of [query, transactions]) spy.mockRestore();
	}
});

test('an answer that cannot be written harms none of those it comes with', async () => {
	const all = await Promise.all(Array.from({ length: 6 }, () => server.guest()));
	const ids = await Promise.all(all.map(async (who) => (await start(who, quiz)).id));
	await server.db.execute(sql`alter table response add constraint refuse check (revision <> 13) not valid`);
	try {
		const saved = await Promise.all(all.map((who, n) => save(who, ids[n]!, 'mk', 'b', n === 2 ? 13 : 1)));
		expect(saved.map((one) => one.status)).toEqual([200, 200, 500, 200, 200, 200]);
	} finally {
		await server.db.execute(sql`alter table response drop constraint refuse`);
	}
});

test('an attempt that is gone is 404, though it was known', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	await save(who, id, 'mk', 'a', 1);
	await server.db.delete(attempt).where(and(eq(attempt.learnerId, who.me!.id), eq(attempt.id, id)));
	expectProblem(await save(who, id, 'mk', 'b', 2), 404, 'attempt-unknown');
});

test('an answer that was acknowledged is graded, however close the submission comes', async () => {
	for (let round = 0; round < 12; round += 1) {
		const who = await server.guest();
		const { id } = await start(who, quiz);
		const given = { mk: 'b', 'hoi-otp': false, gia: 35, 'thu-do': 'Hà Nội' };
		const all = Object.entries(given);
		const later = () => new Promise((resolve) => setTimeout(resolve, round % 4));
		const sends = all.map(([question, answer]) => save(who, id, question, answer));
		const [, ...more] = await Promise.all([
			later().then(() => submit(who, id)),
			...sends,
			...all.map(([question, answer]) => save(who, id, question, answer, 2)),
		]);
		const { answers, submission } = (await who.get(`/api/attempts/${id}`)).body;
		const counted = all
			.filter(([question]) => submission.verdicts[question].correct)
			.map(([question]) => question);
		expect(Object.keys(answers).sort()).toEqual([...counted].sort());
		for (const each of more) {
			if (each.status === 200) expect(counted).toContain(each.body.question);
			else expectProblem(each, 409, 'attempt-submitted');
		}
		expect(submission.score).toBe(counted.length);
	}
});
