/** The way on after the last attempt: waiting, or one more that somebody grants. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, exam, expectProblem, quiz, rightAnswer, start, takeExam, wrongAnswer } from './quizzes.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
	server = await startServer();
	admin = await server.account({ role: 'admin' });
});
afterAll(() => server.close());

const hour = 3_600_000;
const reason = 'Máy bị tắt giữa chừng.';
const again = (who: Client) => who.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
const grant = (by: Client, to: Client, more: object = {}) =>
	by.post('/api/attempt-grants', { username: to.me!.username, course, quiz: exam, reason, ...more });
const pageOf = async (who: Client) =>
	(await who.get(`/api/views/courses/${course}/quizzes/${exam}?locale=vi`)).body;

async function stuck() {
	const who = await server.account();
	for (let n = 0; n < 3; n += 1) await takeExam(who, wrongAnswer);
	return who;
}

test('one more attempt each time the waiting time is over', async () => {
	const who = await stuck();
	const last = (await pageOf(who)).attempts[0];
	const from = new Date(Date.parse(last.submittedAt) + 24 * hour).toISOString();
	expectProblem(await again(who), 409, 'attempts-used-up');
	expect((await pageOf(who)).standing).toMatchObject({ attemptsLeft: 0, againFrom: from, passed: false });
	server.clock.advance(Date.parse(from) - server.clock.now.getTime() - 60_000);
	expectProblem(await again(who), 409, 'attempts-used-up');
	server.clock.advance(60_000);
	expect((await pageOf(who)).standing).toMatchObject({ attemptsLeft: 1, againFrom: null, passed: false });
	const { submission } = await takeExam(who, wrongAnswer);
	expect(submission.attemptsLeft).toBe(0);
	expect(Date.parse(submission.againFrom) - Date.parse(submission.submittedAt)).toBe(24 * hour);
	expectProblem(await again(who), 409, 'attempts-used-up');
});

test('one that is granted counts at once and once, is told, audited, and stands in the own data', async () => {
	const who = await stuck();
	const made = await grant(admin, who);
	expect(made).toMatchObject({
		status: 201,
		body: { username: who.me!.username, course, quiz: exam, reason },
	});
	expect((await grant(admin, who, { reason: 'Khác.' })).body).toEqual(made.body);
	expect(await pageOf(who)).toMatchObject({
		granted: { reason, by: admin.me!.displayName },
		standing: { attemptsLeft: 1, againFrom: null },
	});
	const events = (await who.get('/api/me/events')).body.events;
	expect(events.filter(({ kind }: { kind: string }) => kind === 'attempt.grant')).toHaveLength(1);
	const { submission } = await takeExam(who, wrongAnswer);
	expect(submission.attemptsLeft).toBe(0);
	expect((await pageOf(who)).granted).toBeNull();
	const data = (await who.get('/api/me/data')).body;
	expect(data.attemptGrants).toEqual([expect.objectContaining({ courseId: course, quizId: exam, reason })]);
	expect(data.attemptGrants[0]).not.toHaveProperty('givenBy');
});

test('none while attempts are left, one is open, or there is no limit', async () => {
	const fresh = await server.account();
	expectProblem(await grant(admin, fresh), 409, 'attempts-left');
	expectProblem(await grant(admin, fresh, { quiz }), 409, 'attempts-left');
	const busy = await server.account();
	for (let n = 0; n < 2; n += 1) await takeExam(busy, wrongAnswer);
	await start(busy, exam);
	expectProblem(await grant(admin, busy), 409, 'attempts-left');
});

test('what is asked for must be there, and be somebody else’s', async () => {
	const who = await stuck();
	expectProblem(await grant(admin, who, { course: 'khong-co' }), 404, 'course-unknown');
	expectProblem(await grant(admin, who, { quiz: 'khong-co' }), 404, 'quiz-unknown');
	expectProblem(await grant(admin, who, { username: 'khong-ai' }), 404, 'username-unknown');
	expect((await grant(admin, who, { reason: '  ' })).status).toBe(400);
	expect((await grant(admin, who, { reason: 'x'.repeat(301) })).status).toBe(400);
	expectProblem(await grant(admin, admin), 403, 'not-in-care');
	const teacher = await server.account({ role: 'instructor', scope: 'khoa-khac' });
	expectProblem(await grant(teacher, who), 403, 'not-in-care');
});

test('a helper sees who in their care is stuck, and what they granted; nobody else’s people', async () => {
	const helper = await server.account({ role: 'facilitator' });
	const list = async (who = helper) => (await who.get('/api/attempt-grants?locale=vi')).body;
	expect(await list()).toEqual({ stuck: [], granted: [] });
	const [who, other, fresh] = [await stuck(), await stuck(), await server.account()];
	await server.lookAfter(who, helper.me!.id);
	await server.lookAfter(fresh, helper.me!.id);
	const { displayName, username } = who.me!;
	const about = { username, displayName, course, quiz: exam, quizTitle: expect.any(String), attempts: 3 };
	const { stuck: found } = await list();
	expect(found).toEqual([expect.objectContaining({ ...about, score: 0, againFrom: expect.any(String) })]);
	expect(found[0].lastAt).toBe((await pageOf(who)).attempts[0].submittedAt);

	expect((await grant(helper, who)).status).toBe(201);
	expectProblem(await grant(helper, other), 403, 'not-in-care');
	const given = { username, displayName, course, quiz: exam, reason };
	expect(await list()).toEqual({ stuck: [], granted: [expect.objectContaining({ ...given, used: false })] });
	await takeExam(who, wrongAnswer);
	const after = await list();
	expect(after.stuck).toEqual([expect.objectContaining({ ...about, attempts: 4 })]);
	expect(after.granted).toEqual([expect.objectContaining({ ...given, used: true })]);

	const pair = { username, carer: helper.me!.username };
	expect((await admin.post('/api/care/ended', pair)).status).toBe(204);
	expect(await list()).toEqual({ stuck: [], granted: [] });
	expect((await list(admin)).stuck).toEqual([]);
});

test('who may start another attempt, has one open, or has passed is not stuck', async () => {
	const helper = await server.account({ role: 'facilitator' });
	const who = await stuck();
	await server.lookAfter(who, helper.me!.id);
	const count = async () => (await helper.get('/api/attempt-grants')).body.stuck.length;
	expect(await count()).toBe(1);
	server.clock.advance(24 * hour);
	expect(await count()).toBe(0);
	await start(who, exam);
	expect(await count()).toBe(0);
	const passed = await server.account();
	for (let n = 0; n < 2; n += 1) await takeExam(passed, wrongAnswer);
	await takeExam(passed, rightAnswer);
	await server.lookAfter(passed, helper.me!.id);
	expect(await count()).toBe(0);
});

test('a list is granted the same, each wholly or not at all, and what came of each is told', async () => {
	const helper = await server.account({ role: 'instructor', scope: course });
	const [one, two, fresh] = [await stuck(), await stuck(), await server.account()];
	const names = (...people: Client[]) => people.map(({ me }) => me!.username!);
	const list = (usernames: string[], more: object = {}, by = helper) =>
		by.post('/api/attempt-grants/batch', { usernames, course, quiz: exam, reason, ...more });
	await grant(helper, two);
	const usernames = [...names(one), 'khong-ai', ...names(fresh, two, helper, one)];
	const made = await list(usernames);
	expect(made.status).toBe(200);
	expect(made.body.results).toMatchObject([
		{ username: usernames[0], outcome: 'granted', code: null, why: null },
		{ username: 'khong-ai', outcome: 'refused', code: 'username-unknown', why: expect.any(String) },
		{ username: usernames[2], outcome: 'refused', code: 'attempts-left' },
		{ username: usernames[3], outcome: 'same' },
		{ username: usernames[4], outcome: 'refused', code: 'not-in-care' },
		{ username: usernames[5], outcome: 'same' },
	]);
	expect((await pageOf(one)).granted).toMatchObject({ reason, by: helper.me!.displayName });
	const kinds = ((await one.get('/api/me/events')).body.events as { kind: string }[]).map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'attempt.grant')).toHaveLength(1);
	expect((await list(names(one))).body.results[0].outcome).toBe('same');

	const third = await stuck();
	expectProblem(await list(names(third), { quiz: 'khong-co' }), 404, 'quiz-unknown');
	expectProblem(await list(names(third), { closes: '2026-12-01T08:00' }), 409, 'nothing-to-extend');
	expect((await list([])).status).toBe(400);
	expect((await list(Array.from({ length: 201 }, (_, n) => `nguoi-${n}`))).status).toBe(400);
	const stranger = await server.account({ role: 'instructor', scope: 'khoa-khac' });
	expectProblem(await list(names(third), {}, stranger), 403, 'not-in-care');
	expect((await pageOf(third)).granted).toBeNull();
});
