/** Answers graded again: what it would change, once, who decides, and what learners are told. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regradeByCommand } from '#server/regrading/command.ts';
import { grading, regradeChange } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { finishLessons, takeQuiz } from './learning.ts';
import { course, expectProblem, save, start, submit } from './quizzes.ts';

const quiz = 'cham-lai';
const file = `${course}/vi/09-cham-lai.quiz.md`;
/** The key of the second question is said to be wrong: a hundred instead of ten. */
const text = (second: string, extra = '') => `---
id: ${quiz}
title: Chấm lại
kind: quiz
pass: 60%
---

## Một cộng một? {#mot}

= 2

${second}

## Trái đất quay quanh gì? {#ba}

- [x] Mặt trời {#mat-troi}
- [ ] Mặt trăng {#mat-trang}
${extra}`;
const wrong = '## Năm nhân hai? {#hai}\n\n= 100';
const right = '## Năm nhân hai? {#hai}\n\n= 10';

let server: TestServer;
let teacher: Client;
beforeAll(async () => {
	server = await startServer();
	teacher = await server.account({ role: 'instructor', scope: course });
});
afterAll(() => server.close());

/** Hands in an attempt: points for the first and the third question by `others`. */
async function handIn(second: string | null, others = 1, who?: Client) {
	const learner = who ?? (await server.account());
	const { id } = await start(learner, quiz);
	await answer(learner, id, second, others);
	await submit(learner, id);
	return { learner, id };
}
async function answer(learner: Client, id: string, second: string | null, others: number) {
	if (second !== null) await save(learner, id, 'hai', second);
	await save(learner, id, 'mot', others > 0 ? '2' : '3');
	await save(learner, id, 'ba', others > 1 ? 'mat-troi' : 'mat-trang');
}
const resultOf = async (learner: Client, id: string) =>
	(await learner.get(`/api/attempts/${id}`)).body.submission;
const ask = (more: object = {}, who = teacher) =>
	who.post(`/api/courses/${course}/regrades`, {
		question: 'hai',
		way: 'new-key',
		reason: 'Đáp án ghi nhầm 100.',
		...more,
	});
const apply = (id: string, who = teacher) => who.post(`/api/regrades/${id}/application`, {});
const gradingsOf = (attempt: string) =>
	server.db.select().from(grading).where(eq(grading.attemptId, attempt));

describe('by the corrected key', () => {
	test('is looked at first, changes points once, and is told to those whose points change', async () => {
		await server.publish({ [file]: text(wrong) });
		const gains = await handIn('10');
		const loses = await handIn('100');
		const same = await handIn('7', 2);
		const open = await server.account();
		const { id: openId } = await start(open, quiz);
		await answer(open, openId, '10', 1);
		expectProblem(await ask(), 409, 'key-unchanged');
		await server.publish({ [file]: text(right) });

		const asked = await ask();
		expect(asked).toMatchObject({
			status: 201,
			body: { state: 'previewed', scope: 'older', title: 'Năm nhân hai?' },
		});
		expect(asked.body.counts).toMatchObject({
			attempts: 4,
			open: 1,
			gain: 1,
			lose: 1,
			passGained: 1,
			passLost: 1,
		});
		expect(asked.body.changes.map((one: { attempt: string }) => one.attempt).sort()).toEqual(
			[gains.id, loses.id].sort(),
		);
		expect(asked.body.changes).toContainEqual(
			expect.objectContaining({
				attempt: gains.id,
				username: gains.learner.me!.username,
				before: { score: 0, maxScore: 1, passed: false },
				after: { score: 1, maxScore: 1, passed: true },
			}),
		);
		expect(await resultOf(gains.learner, gains.id)).toMatchObject({ score: 1, passed: false });
		expect(await gradingsOf(gains.id)).toHaveLength(3);

		const { id } = asked.body;
		expect((await apply(id)).body).toMatchObject({ state: 'applied', counts: { done: 3 } });
		expect((await apply(id)).body).toMatchObject({ state: 'applied', counts: { done: 3 } });
		expect(await resultOf(gains.learner, gains.id)).toMatchObject({ score: 2, passed: true });
		expect(await resultOf(loses.learner, loses.id)).toMatchObject({ score: 1, passed: false });
		expect(await resultOf(same.learner, same.id)).toMatchObject({ score: 2, passed: true });
		expect(await gradingsOf(same.id)).toHaveLength(4);
		// Who was under way is graded by the same key.
		await submit(open, openId);
		await server.runJobs();
		expect(await resultOf(open, openId)).toMatchObject({ score: 2, passed: true });
		expect((await teacher.get(`/api/regrades/${id}`)).body.counts).toMatchObject({
			open: 0,
			done: 4,
			gain: 2,
		});
		await server.runJobs();
		expect(await gradingsOf(gains.id)).toHaveLength(4);

		const told = (await resultOf(gains.learner, gains.id)).verdicts.hai;
		expect(told).toMatchObject({
			score: 1,
			correct: true,
			regraded: { way: 'new-key', reason: 'Đáp án ghi nhầm 100.', scoreBefore: 0 },
		});
		expect((await resultOf(same.learner, same.id)).verdicts.hai).not.toHaveProperty('regraded');
		const { events } = (await gains.learner.get('/api/me/events')).body;
		expect(events.filter(({ kind }: { kind: string }) => kind === 'attempt.regrade')).toHaveLength(1);
		const ofSame = (await same.learner.get('/api/me/events')).body.events;
		expect(ofSame.filter(({ kind }: { kind: string }) => kind === 'attempt.regrade')).toEqual([]);
		const { byPeople } = (await loses.learner.get('/api/views/learning')).body;
		expect(byPeople).toMatchObject([{ id: loses.id, regradedAt: expect.any(String) }]);
		// All are graded by the key in use now.
		expectProblem(await ask(), 409, 'key-unchanged');
	});
});

describe('for everybody alike', () => {
	test.each([
		['full-credit', { score: 2, maxScore: 3, passed: true }, { score: 1, maxScore: 1, correct: true }],
		['drop', { score: 1, maxScore: 2, passed: false }, { score: 0, maxScore: 0 }],
	])('%s', async (way, result, verdict) => {
		await server.publish({ [file]: text(right) });
		const { learner, id } = await handIn('7');
		const asked = await ask({ way, scope: 'all', reason: 'Câu hỏi không rõ.' });
		expect(asked).toMatchObject({ status: 201, body: { way, scope: 'all' } });
		expect(await resultOf(learner, id)).toMatchObject({ score: 1, maxScore: 3, passed: false });
		await apply(asked.body.id);
		const submission = await resultOf(learner, id);
		expect(submission).toMatchObject(result);
		expect(submission.verdicts.hai).toMatchObject({ ...verdict, regraded: { way } });
	});

	test('what was dropped comes back with all its points', async () => {
		await server.publish({ [file]: text(wrong) });
		const { learner, id } = await handIn('10');
		await apply((await ask({ way: 'drop', scope: 'all' })).body.id);
		expect(await resultOf(learner, id)).toMatchObject({ maxScore: 2 });
		await server.publish({ [file]: text(right) });
		await apply((await ask()).body.id);
		expect(await resultOf(learner, id)).toMatchObject({ score: 2, maxScore: 3, passed: true });
	});
});

test('the command looks, and applies where it is told to', async () => {
	await server.publish({ [file]: text(wrong) });
	const { learner, id } = await handIn('10');
	await server.publish({ [file]: text(right) });
	const request = { question: 'hai', way: 'new-key', reason: 'Ghi nhầm.' } as const;
	const asked = { course, request, locale: 'vi' } as const;
	const seen = await regradeByCommand(server.db, { ...asked, apply: false });
	expect(seen).toMatchObject({ state: 'previewed', counts: { gain: 1 } });
	expect(await resultOf(learner, id)).toMatchObject({ score: 1 });
	const done = await regradeByCommand(server.db, { ...asked, apply: true });
	expect(done).toMatchObject({ state: 'applied', counts: { gain: 1 } });
	expect(await resultOf(learner, id)).toMatchObject({ score: 2 });
	expect(await regradeByCommand(server.db, { ...asked, apply: true })).toMatchObject({
		failure: 'key-unchanged',
	});
});

test('leaves an answer as it is that does not fit the question any more', async () => {
	await server.publish({ [file]: text(right) });
	const { learner, id } = await handIn('10', 2);
	await server.publish({
		[file]: text('## Năm nhân hai? {#hai}\n\n- [x] Mười {#muoi}\n- [ ] Trăm {#tram}'),
	});
	const { body } = await ask();
	expect(body.counts).toMatchObject({ gain: 0, lose: 0 });
	expect(body.counts.unreadable).toBeGreaterThan(0);
	await apply(body.id);
	expect(await resultOf(learner, id)).toMatchObject({ score: 3 });
});

test('what is only looked at can be put away, or asked for anew', async () => {
	const first = (await ask({ way: 'drop', scope: 'all' })).body;
	const second = (await ask({ way: 'full-credit', scope: 'all' })).body;
	expectProblem(await teacher.get(`/api/regrades/${first.id}`), 404, 'regrade-unknown');
	expect((await teacher.delete(`/api/regrades/${second.id}`)).status).toBe(204);
	expect(await server.db.select().from(regradeChange).where(eq(regradeChange.regradeId, second.id))).toEqual(
		[],
	);
	const listed = (await teacher.get(`/api/courses/${course}/regrades`)).body.regrades;
	expect(listed.map((one: { id: string }) => one.id)).not.toContain(second.id);
});

test.each<[string, object, number, string]>([
	['a question that there is not', { question: 'khong-co' }, 404, 'question-gone'],
	['no reason', { reason: '  ' }, 400, 'bad-request'],
	['another way', { way: 'guess' }, 400, 'bad-request'],
])('refuses %s', async (_what, body, status, code) => {
	expectProblem(await ask(body), status, code as never);
});

test('is for instructors of the course and administrators', async () => {
	const { id } = (await ask({ way: 'drop', scope: 'all' })).body;
	const stranger = await server.account({ role: 'instructor', scope: 'khoa-khac' });
	for (const sent of [
		await ask({}, stranger),
		await apply(id, stranger),
		await stranger.get(`/api/regrades/${id}`),
	])
		expectProblem(sent, 403, 'not-allowed');
	expect((await ask({}, await server.account())).status).toBe(403);
	expect((await ask({}, server.client())).status).toBe(401);
	expectProblem(await apply('khong-co'), 404, 'regrade-unknown');
});

describe('what rests on passes', () => {
	const midwayFile = `${course}/vi/03-giua-khoa.quiz.md`;
	const midway = { mk: 'b', 'giu-may': ['khoa', 'cap-nhat'], 'hoi-otp': false };
	/** Has done all of the course, the quiz by these answers. */
	async function done(answers: object) {
		const learner = await server.account();
		await finishLessons(learner);
		expect((await takeQuiz(learner, 'cuoi-khoa')).passed).toBe(true);
		const { id } = await start(learner, 'giua-khoa');
		await submit(learner, id, { ...midway, ...answers });
		return { learner, id };
	}
	const certificateOf = async (learner: Client) => {
		await server.vouch(learner);
		return learner.post('/api/certificates', { course });
	};
	let [stays, goes, bare, comes, leaves]: Awaited<ReturnType<typeof done>>[] = [];
	let [kept, gone, left]: string[] = [];
	let regrade: string;
	beforeAll(async () => {
		[stays, goes, bare] = [await done({}), await done({}), await done({})];
		comes = await done({ mk: 'c' });
		leaves = await done({});
		kept = (await certificateOf(stays.learner)).body.serial;
		gone = (await certificateOf(goes.learner)).body.serial;
		left = (await certificateOf(leaves.learner)).body.serial;
		const corrected = server
			.read(midwayFile)
			.replace(/- \[ \](.*\{#c\})/, '- [x]$1')
			.replace(/- \[x\](.*\{#b\})/, '- [ ]$1');
		await server.publish({ [midwayFile]: corrected });
		const asked = await ask({ question: 'mk' });
		expect(asked.body.counts).toMatchObject({
			passLost: 4,
			falls: 4,
			passGained: 1,
			completes: 1,
			undecided: 0,
		});
		regrade = asked.body.id;
		await apply(regrade);
	});
	const decide = (attempt: string, outcome: string, reason?: string) =>
		teacher.post(`/api/regrades/${regrade}/decisions`, { attempt, outcome, ...(reason && { reason }) });
	const statusOf = async (serial: string) =>
		(await server.client().get(`/api/certificates/${serial}`)).body.status;

	test('a certificate stays until a person decides, and the one that is taken back says why', async () => {
		expect(await statusOf(kept!)).toBe('valid');
		const { changes } = (await teacher.get(`/api/regrades/${regrade}`)).body;
		expect(changes).toContainEqual(
			expect.objectContaining({ attempt: goes!.id, falls: true, serial: gone, decision: 'open' }),
		);
		expectProblem(await decide(goes!.id, 'withdrawn'), 422, 'reason-missing');
		const after = await decide(goes!.id, 'withdrawn', 'Chấm nhầm, xin làm lại bài.');
		expect(after.body.counts.undecided).toBe(3);
		expect((await decide(stays!.id, 'kept')).body.counts.undecided).toBe(2);
		expect(await statusOf(kept!)).toBe('valid');
		expect(await statusOf(gone!)).toBe('revoked');
		expect((await server.client().get(`/api/certificates/${gone}`)).body.revocationReason).toBe(
			'Chấm nhầm, xin làm lại bài.',
		);
		expectProblem(await decide(goes!.id, 'kept'), 409, 'decision-made');
		const { events } = (await goes!.learner.get('/api/me/events')).body;
		expect(events.map(({ kind }: { kind: string }) => kind)).toContain('completion.withdraw');
	});

	test('a completion without a certificate goes when it is taken back', async () => {
		await decide(bare!.id, 'withdrawn', 'Chấm nhầm.');
		expectProblem(await certificateOf(bare!.learner), 409, 'certificate-missing');
	});

	test('a certificate that its holder keeps when they are erased waits all the same', async () => {
		const erasure = { password: 'mat-khau-dai', certificates: 'keep' };
		expect((await leaves!.learner.post('/api/me/deletion', erasure)).status).toBe(204);
		const { changes } = (await teacher.get(`/api/regrades/${regrade}`)).body;
		const waits = changes.find((one: { serial: string }) => one.serial === left);
		expect(waits).toMatchObject({ name: null, username: null, number: null, decision: 'open' });
		// Nothing leads from the name on the certificate to scores that are nobody's.
		expect(waits.attempt).not.toBe(leaves!.id);
		expect((await decide(waits.attempt, 'withdrawn', 'Chấm nhầm.')).status).toBe(200);
		expect(await statusOf(left!)).toBe('revoked');
	});

	test('who passes by it completes the course', async () => {
		expect((await certificateOf(comes!.learner)).status).toBe(201);
	});
});

test('the last regrade stands, also where an earlier one had still to wait for what was under way', async () => {
	await server.publish({ [file]: text(wrong) });
	const { learner, id } = await handIn('10');
	const open = await server.account();
	const { id: openId } = await start(open, quiz);
	await answer(open, openId, '10', 1);
	await server.publish({ [file]: text(right) });
	await apply((await ask()).body.id);
	await submit(open, openId);
	await apply((await ask({ way: 'drop', scope: 'all' })).body.id);
	await server.runJobs();
	expect(await resultOf(learner, id)).toMatchObject({ score: 1, maxScore: 2 });
	expect(await resultOf(open, openId)).toMatchObject({ score: 1, maxScore: 2 });
	expect(await gradingsOf(openId)).toHaveLength(4);
});

test('a question that is renamed between looking and applying is graded again under both names', async () => {
	await server.publish({ [file]: text(right) });
	const before = await handIn('7');
	const { id } = (await ask({ way: 'full-credit', scope: 'all' })).body;
	const renamed = text(right).replace('{#hai}', '{#hai-moi}');
	const yaml = server.read(`${course}/course.yaml`);
	await server.publish({
		[file]: renamed,
		[`${course}/course.yaml`]: `${yaml}formerly: { hai: hai-moi }\n`,
	});
	const learner = await server.account();
	const { id: later } = await start(learner, quiz);
	await save(learner, later, 'mot', '2');
	await submit(learner, later);
	await apply(id);
	expect(await resultOf(before.learner, before.id)).toMatchObject({ score: 2, maxScore: 3 });
	expect(await resultOf(learner, later)).toMatchObject({ score: 2, maxScore: 3 });
});
