import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import { checkResponse, lessonCompletion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, expectProblem, practice, practiceFile, quizFile, start, submit } from './quizzes.ts';

/** Who helped: an opaque id. */
const helper = '0192f0c1-7a55-7cde-8f00-00000000000c';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const check = (who: Client, more: object) =>
	who.post('/api/checks', { course, question: 'kt-so', answer: 12, ...more });
const rowsOf = (who: Client) =>
	server.db
		.select()
		.from(checkResponse)
		.where(eq(checkResponse.learnerId, who.me!.id))
		.orderBy(checkResponse.at);
const lessonsOf = async (who: Client) =>
	(await server.db.select().from(lessonCompletion).where(eq(lessonCompletion.learnerId, who.me!.id))).map(
		({ lessonId, by }) => `${lessonId} ${by}`,
	);

describe('a verdict', () => {
	test.each([
		['kt-dai', 'ngan', { score: 0, correct: false, feedback: 'Ngắn thì dễ đoán.', solution: 'dai' }],
		['kt-dai', 'dai', { score: 1, correct: true, feedback: 'Đúng rồi.', solution: 'dai' }],
		['kt-ma', true, { score: 0, correct: false, explanation: 'Không bao giờ.', solution: false }],
		['kt-so', ' 12,0 ', { score: 1, correct: true, explanation: 'Hai lần sáu.', solution: 12 }],
		['kt-so', { answer: '13', confidence: 3 }, { score: 0, correct: false, solution: 12 }],
	])('%s: %j, without an account', async (question, answer, verdict) => {
		const before = await server.db.select().from(checkResponse);
		const { status, body } = await check(server.anonymous, { question, answer, clientId: randomUUID() });
		expect([status, body]).toEqual([200, expect.objectContaining({ maxScore: 1, ...verdict })]);
		expect(body.explanation).toEqual(expect.any(String));
		expect(await server.db.select().from(checkResponse)).toEqual(before);
	});

	test('is in the language asked for, else the client’s, else the source language', async () => {
		const inKhmer = { feedback: 'ខ្លីងាយទាយ។', explanation: 'កាន់តែវែង កាន់តែពិបាកទាយ។' };
		const asked = { course, question: 'kt-dai', answer: 'ngan' };
		expect((await check(server.anonymous, { ...asked, locale: 'km' })).body).toMatchObject(inKhmer);
		const byHeader = await server.anonymous.post('/api/checks', asked, { 'accept-language': 'km' });
		expect(byHeader.body).toMatchObject(inKhmer);
		const english = await check(server.anonymous, { ...asked, locale: 'en' });
		expect(english.body.explanation).toBe('Càng dài càng khó đoán.');
	});

	test.each([
		['kt-dai', 'x', 'unknown-option'],
		['kt-ma', 'không', 'wrong-type'],
		['kt-so', 'mười hai', 'not-a-number'],
	] as const)('%s: %j is 422, %s', async (question, answer, reason) => {
		const { errors } = expectProblem(
			await check(server.anonymous, { question, answer }),
			422,
			'answer-unreadable',
		);
		expect(errors).toEqual([{ path: '/answer', message: messagesFor('vi').api.answers[reason] }]);
	});

	test.each([
		['kt-dai', null],
		['kt-dai', ''],
		['kt-so', '  '],
	])('%s: nothing chosen (%j) is 422, and tells nothing', async (question, answer) => {
		const who = await server.guest();
		const { errors } = expectProblem(await check(who, { question, answer }), 422, 'answer-unreadable');
		expect(errors).toEqual([{ path: '/answer', message: messagesFor('vi').api.fields.required }]);
		expect(await rowsOf(who)).toEqual([]);
	});

	test.each([
		['no question', { question: undefined }, '/question'],
		['no answer', { answer: undefined }, '/answer'],
		['an unknown field', { quiz: practice }, '/quiz'],
		['a version that is none', { version: '1' }, '/version'],
		['an id that is no UUID', { clientId: '1' }, '/clientId'],
	])('%s is 400 and says where', async (_what, more, path) => {
		const { errors } = expectProblem(await check(server.anonymous, more), 400, 'bad-request');
		expect(errors!.map((error) => error.path)).toContain(path);
	});

	test.each([
		['course-unknown', { course: 'khong-co' }],
		['version-unknown', { version: '0123456789abcdef' }],
		['lesson-unknown', { lesson: 'khong-co' }],
		['lesson-unknown', { lesson: 'constructor' }],
		['question-unknown', { question: 'khong-co' }],
		['question-unknown', { question: 'constructor' }],
	])('%s is 404 for %j', async (code, more) => {
		expectProblem(await check(server.anonymous, more), 404, code);
	});

	test('is not given of a counted question', async () => {
		const { manifest } = (await server.app.catalog.version(course))!;
		const counted = Object.entries(manifest.questions).filter(
			([, { quiz }]) => manifest.quizzes[quiz]?.kind !== 'practice',
		);
		expect(counted).toHaveLength(12);
		for (const [question] of counted)
			for (const answer of ['a', true, 35, ['khoa']])
				expectProblem(await check(server.anonymous, { question, answer }), 404, 'question-unknown');
	});
});

describe('signed in', () => {
	test('it is recorded, with its context', async () => {
		const who = await server.guest();
		await server.lookAfter(who, helper);
		const context = { channel: 'class', assistedBy: helper, deviceTime: '2026-11-01T08:00:00+07:00' };
		const clientId = randomUUID();
		await check(who, { answer: '13', locale: 'km', lesson: 'ma-otp', clientId, context });
		const { version, manifest } = (await server.app.catalog.version(course))!;
		expect(await rowsOf(who)).toEqual([
			{
				learnerId: who.me!.id,
				id: clientId,
				courseId: course,
				version,
				lessonId: 'ma-otp',
				questionId: 'kt-so',
				keyHash: manifest.questions['kt-so']!.key,
				answer: { answer: 13 },
				score: 0,
				maxScore: 1,
				firstExposure: true,
				at: expect.any(Date),
				locale: 'km',
				targetGroup: null,
				place: null,
				assistedBy: helper,
				channel: 'class',
				deviceTime: new Date('2026-11-01T01:00:00Z'),
			},
		]);
	});

	test('who helped is never told by name', async () => {
		const who = await server.guest();
		const context = { assistedBy: 'Nguyễn Thị Thử' };
		expectProblem(await check(who, { context }), 400, 'bad-request');
		expect(await rowsOf(who)).toEqual([]);
	});

	test('only the first time is a first exposure; an attempt that asked it counts too', async () => {
		const who = await server.guest();
		await check(who, { answer: 13 });
		await check(who, { answer: 12 });
		await submit(who, (await start(who, practice)).id);
		await check(who, { question: 'kt-ma', answer: false });
		const rows = await rowsOf(who);
		expect(rows.map((row) => [row.questionId, row.firstExposure])).toEqual([
			['kt-so', true],
			['kt-so', false],
			['kt-ma', false],
		]);
	});

	test('by the same id it is recorded once, ten at once too', async () => {
		const who = await server.guest();
		const clientId = randomUUID();
		const all = await Promise.all(Array.from({ length: 10 }, () => check(who, { clientId })));
		for (const one of all) expect([one.status, one.body]).toEqual([200, all[0]!.body]);
		expect(await rowsOf(who)).toHaveLength(1);
		const other = await server.guest();
		expect((await check(other, { clientId, answer: 13 })).status).toBe(200);
		expect(await rowsOf(other)).toHaveLength(1);
	});

	test('those of several people at once are each their own', async () => {
		const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => server.guest()));
		await check(people[0]!, {});
		const given = people.flatMap((who, n) => [
			{ who, clientId: randomUUID(), question: 'kt-so', answer: 12 + n },
			{ who, clientId: randomUUID(), question: 'kt-ma', answer: n % 2 === 0 },
		]);
		const replies = await Promise.all(given.map(({ who, ...more }) => check(who, more)));
		expect(replies.map(({ status, body }) => [status, body.correct])).toEqual(
			given.map(({ answer }) => [200, answer === 12 || answer === false]),
		);
		for (const [n, who] of people.entries()) {
			const rows = (await rowsOf(who)).slice(n === 0 ? 1 : 0);
			const own = given.filter((one) => one.who === who);
			expect(rows.map(({ id, questionId, answer }) => [id, questionId, answer]).sort()).toEqual(
				own.map(({ clientId, question, answer }) => [clientId, question, { answer }]).sort(),
			);
			expect(rows.find(({ questionId }) => questionId === 'kt-so')!.firstExposure).toBe(n > 0);
			expect(rows.find(({ questionId }) => questionId === 'kt-ma')!.firstExposure).toBe(true);
		}
	});

	test('an id used for another answer is 409', async () => {
		const who = await server.guest();
		const clientId = randomUUID();
		await check(who, { clientId });
		expectProblem(await check(who, { clientId, answer: 13 }), 409, 'id-in-use');
		expectProblem(await check(who, { clientId, question: 'kt-dai', answer: 'dai' }), 409, 'id-in-use');
		expect(await rowsOf(who)).toHaveLength(1);
	});
});

describe('a lesson', () => {
	test('is done when all its checks are answered, rightly or not', async () => {
		const who = await server.guest();
		await check(who, { lesson: 'ma-otp', answer: 13 });
		expect(await lessonsOf(who)).toEqual([]);
		await check(who, { lesson: 'ma-otp', question: 'kt-ma', answer: true });
		expect(await lessonsOf(who)).toEqual(['ma-otp checks']);
	});

	test('is done by checks that arrive at the same time', async () => {
		for (let round = 0; round < 5; round += 1) {
			const who = await server.guest();
			await Promise.all([
				check(who, { lesson: 'ma-otp', answer: 13 }),
				check(who, { lesson: 'ma-otp', question: 'kt-ma', answer: true }),
			]);
			expect(await lessonsOf(who)).toEqual(['ma-otp checks']);
		}
	});

	test('that does not show the question is left alone', async () => {
		const who = await server.guest();
		await check(who, { lesson: 'mat-khau' });
		await check(who, { lesson: 'mat-khau', question: 'kt-ma', answer: true });
		expect((await rowsOf(who)).map((row) => row.lessonId)).toEqual([null, null]);
		expect(await lessonsOf(who)).toEqual([]);
	});
});

describe('after a publication', () => {
	test('each version has its key; what a device repeats is judged as the first time', async () => {
		const who = await server.guest();
		const version = (await who.get(`/api/courses/${course}`)).body.version;
		const clientId = randomUUID();
		const first = await check(who, { clientId });
		const text = server.read(practiceFile);
		await server.publish({ [practiceFile]: text.replace('= 12', '= 13') });
		expect((await check(who, {})).body).toMatchObject({ correct: false, solution: 13 });
		expect((await check(who, { version })).body).toMatchObject({ correct: true, solution: 12 });
		expect((await check(who, { clientId })).body).toEqual(first.body);
		expect((await check(who, { clientId, locale: 'km' })).body).toEqual(first.body);
		await server.publish({ [practiceFile]: text });
	});

	test('a question that has become counted tells no key, on no version', async () => {
		const version = (await server.anonymous.get(`/api/courses/${course}`)).body.version;
		const move = (from: string, to: string) => {
			const [text, target] = [server.read(from), server.read(to)];
			const at = text.indexOf('## ', text.indexOf('{#kt-so') - 200);
			const start = text.lastIndexOf('## ', text.indexOf('{#kt-so'));
			expect(at).toBeGreaterThan(0);
			return { [from]: text.slice(0, start), [to]: `${target.trimEnd()}\n\n${text.slice(start)}` };
		};
		const lesson = `${course}/vi/02-ma-otp.md`;
		const drop = (file: string) => server.read(file).replace('<Check question="kt-so" />\n', '');
		const km = (file: string) => file.replace('/vi/', '/km/');
		const published = await server.publish({
			...move(practiceFile, quizFile),
			...move(km(practiceFile), km(quizFile)),
			[lesson]: drop(lesson),
			[km(lesson)]: drop(km(lesson)),
		});
		expect(published!.errors).toEqual([]);
		expectProblem(await check(server.anonymous, {}), 404, 'question-unknown');
		expectProblem(await check(server.anonymous, { version }), 404, 'question-unknown');
		const still = await check(server.anonymous, { version, question: 'kt-ma', answer: false });
		expect(still.body.correct).toBe(true);
	});
});
