/** What an author rules for a quiz, as the API keeps to it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Client, type TestServer } from './harness.ts';
import {
	course,
	exam,
	examFile,
	expectProblem,
	minute,
	rightAnswer,
	save,
	start,
	submit,
	takeExam,
	wrongAnswer,
} from './quizzes.ts';

let server: TestServer;
let usual: Record<string, string>;
beforeAll(async () => {
	server = await startServer();
	const files = [examFile, examFile.replace('/vi/', '/km/')];
	usual = Object.fromEntries(files.map((file) => [file, server.read(file)]));
});
afterAll(() => server.close());

const hour = 60 * minute;
/** Publishes the exam under these rules. */
async function ruled(rules: string) {
	const files = Object.entries(usual).map(([name, text]) => [
		name,
		text.replace('draw: 4', `draw: 4\n${rules}`),
	]);
	expect((await server.publish(Object.fromEntries(files)))!.errors).toEqual([]);
}
const again = (who: Client) => who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
const pageOf = async (who: Client) =>
	(await who.get(`/api/views/courses/${course}/quizzes/${exam}?locale=vi`)).body;
/** As an author writes it: what clocks in Viet Nam show so many milliseconds from now. */
const inVietNam = (from: number) =>
	new Date(server.clock.now.getTime() + from + 7 * hour).toISOString().slice(0, 16).replace('T', ' ');

test('the wait between two attempts', async () => {
	await ruled('wait: 2h');
	const who = await server.guest();
	const { submission } = await takeExam(who, wrongAnswer);
	expect(submission).toMatchObject({ attemptsLeft: 0, againFrom: expect.any(String) });
	expect(expectProblem(await again(who), 409, 'attempt-wait').detail).toMatch(/\d\d:\d\d/);
	expect((await pageOf(who)).standing).toMatchObject({ refusal: 'wait', againFrom: submission.againFrom });
	server.clock.advance(2 * hour);
	expect((await again(who)).status).toBe(201);
});

test('opening and closing: nothing begins outside, and what is under way ends as it closes', async () => {
	await ruled(`opens: ${inVietNam(hour)}\ncloses: ${inVietNam(hour + 10 * minute)}`);
	const who = await server.guest();
	expectProblem(await again(who), 409, 'quiz-not-open');
	expect((await pageOf(who)).standing).toMatchObject({ refusal: 'not-open', attemptsLeft: 0 });
	server.clock.advance(hour);
	const attempt = await start(who, exam);
	const { quiz } = await pageOf(who);
	expect(attempt.deadline).toBe(quiz.closesAt);
	await save(who, attempt.id, attempt.questions[0]!.id, 'a');
	server.clock.advance(12 * minute);
	expectProblem(await save(who, attempt.id, attempt.questions[1]!.id, 'a'), 409, 'attempt-late');
	expectProblem(await again(who), 409, 'quiz-closed');
	expect((await submit(who, attempt.id)).body).toMatchObject({
		submittedAt: quiz.closesAt,
		attemptsLeft: 0,
		againFrom: null,
	});
	await server.publish(usual);
});

test('more time for one learner: in the open attempt, in each that follows, and past the end', async () => {
	await ruled(`closes: ${inVietNam(hour)}`);
	const admin = await server.account({ role: 'admin' });
	const [who, other] = [await server.account(), await server.account()];
	const grant = (more: object, to = who) =>
		admin.post('/api/attempt-grants', {
			username: to.me!.username,
			course,
			quiz: exam,
			reason: 'Mắt kém.',
			...more,
		});
	const attempt = await start(who, exam);
	const due = async () => Date.parse((await who.get(`/api/attempts/${attempt.id}`)).body.deadline);
	const before = await due();
	expect(await grant({ minutes: 10 })).toMatchObject({ status: 201, body: { attempts: 0, minutes: 10 } });
	expect((await due()) - before).toBe(10 * minute);
	expect(await pageOf(who)).toMatchObject({
		standing: { extraMinutes: 10 },
		granted: { reason: 'Mắt kém.', attempts: 0 },
	});
	// The process that has the attempt at hand knows of the time that was added.
	server.clock.advance(25 * minute);
	expect((await save(who, attempt.id, attempt.questions[0]!.id, 'a')).status).toBe(200);
	server.clock.advance(10 * minute);
	expectProblem(await save(who, attempt.id, attempt.questions[0]!.id, 'b', 2), 409, 'attempt-late');
	const later = inVietNam(2 * hour).replace(' ', 'T');
	expect((await grant({ closes: later })).status).toBe(201);
	server.clock.advance(hour);
	expectProblem(await again(other), 409, 'quiz-closed');
	expect((await again(who)).status).toBe(201);
	expect((await who.get('/api/me/data')).body.attemptGrants.at(-1)).toHaveProperty('closes');
	expectProblem(await grant({ closes: '2020-01-01T00:00' }), 409, 'nothing-to-extend');
	expect((await grant({ closes: 'mai' })).status).toBe(400);
	expect((await grant({ minutes: 0 })).status).toBe(400);
	await server.publish(usual);
	expectProblem(await grant({ closes: later }), 409, 'nothing-to-extend');
});

test('without a code there is no attempt where one is asked for', async () => {
	await ruled('access: code');
	expectProblem(await again(await server.guest()), 403, 'code-needed');
});

test('one question after another: what is behind stays, a late first answer and a repeat are taken', async () => {
	await ruled('order: sequential');
	const who = await server.guest();
	const attempt = await start(who, exam);
	expect(attempt.order).toBe('sequential');
	const [a, b, c] = attempt.questions.map(({ id }) => id) as [string, string, string];
	expect((await save(who, attempt.id, a, 'a')).status).toBe(200);
	expect((await save(who, attempt.id, a, 'b', 2)).body.accepted).toBe(true);
	expect((await save(who, attempt.id, c, 'c')).status).toBe(200);
	expectProblem(await save(who, attempt.id, a, 'c', 3), 409, 'question-passed');
	expect((await save(who, attempt.id, a, 'b', 2)).body.accepted).toBe(true);
	expect((await save(who, attempt.id, b, 'a')).body.accepted).toBe(true);
	const refused = expectProblem(
		await submit(who, attempt.id, { [a]: 'c', [c]: 'a' }),
		409,
		'question-passed',
	);
	expect(refused.errors!.map(({ path }) => path)).toEqual([`/answers/${a}`]);
	expect((await submit(who, attempt.id, { [a]: 'b', [c]: 'a' })).status).toBe(200);
});

test('points that are not told stand nowhere', async () => {
	await ruled('show: { score: never }');
	const who = await server.account();
	const { attempt, submission } = await takeExam(who, (id) =>
		id === 'ck-1' ? wrongAnswer(id) : rightAnswer(id),
	);
	expect(submission).toMatchObject({ score: null, maxScore: 4, review: 'score', competences: [] });
	for (const verdict of Object.values(submission.verdicts))
		expect(verdict).toEqual({ score: 0, maxScore: 1, correct: null });
	expect((await who.get(`/api/attempts/${attempt.id}`)).body.submission.score).toBeNull();
	const { attempts } = (await who.get('/api/attempts')).body;
	expect(attempts).toEqual([expect.objectContaining({ score: null, passed: submission.passed })]);
	expect((await pageOf(who)).attempts[0].score).toBeNull();
	const { quizzes } = (await who.get(`/api/progress/${course}`)).body;
	expect(quizzes.find(({ id }: { id: string }) => id === exam).bestScore).toBeNull();
	expect((await who.get('/api/me/data')).body.attempts[0].score).toBeNull();
});

test('what waits for the end is told from then on', async () => {
	await ruled(`closes: ${inVietNam(hour)}\nshow: { score: after-closing }`);
	const who = await server.account();
	const { attempt, submission } = await takeExam(who, rightAnswer);
	const { quiz } = await pageOf(who);
	expect(submission).toMatchObject({ score: null, passed: true, laterAt: quiz.closesAt });
	const told = async () => (await who.get(`/api/attempts/${attempt.id}`)).body.submission;
	server.clock.advance(hour + minute);
	expect(await told()).toMatchObject({ score: 4, laterAt: null, review: 'verdicts' });
	expect((await who.get('/api/attempts')).body.attempts[0].score).toBe(4);
	expect((await who.get('/api/me/data')).body.attempts[0].score).toBe(4);
});

test('a mark in each competence: much in all, and too little in one, does not pass', async () => {
	await ruled('shuffle: false');
	const skills = async (who: Client) => (await start(who, exam)).questions.map(({ id }) => id);
	expect(await skills(await server.guest())).toHaveLength(4);
	await server.publish(
		Object.fromEntries(
			Object.entries(usual).map(([name, text]) => [
				name,
				text.replace('pass: 70%', 'pass: { total: 70%, each: 60% }'),
			]),
		),
	);
	const who = await server.guest();
	const attempt = await start(who, exam);
	const wrong = attempt.questions[0]!.id;
	const answers = Object.fromEntries(
		attempt.questions.map(({ id }) => [id, id === wrong ? wrongAnswer(id) : rightAnswer(id)]),
	);
	const { body } = await submit(who, attempt.id, answers);
	expect(body).toMatchObject({ score: 3, maxScore: 4, passed: false });
	expect(body.competences.map(({ passed }: { passed: boolean }) => passed)).toContain(false);
	const all = await takeExam(await server.guest(), rightAnswer);
	expect(all.submission).toMatchObject({ score: 4, passed: true });
	await server.publish(usual);
});
