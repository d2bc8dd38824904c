/** Files of what a device could not send: they count for their learner, whoever hands them in, and once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerEntry } from '#lib/outbox/answer.ts';
import type { Entry } from '#lib/outbox/entry.ts';
import { handInEntry } from '#lib/outbox/hand-in.ts';
import { checkEntry, tryEntry } from '#lib/outbox/lesson.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course } from './learning.ts';
import { plantOffer } from './merges.ts';
import { expectProblem, minute, quiz, quizAnswers, start, submit } from './quizzes.ts';
import { eventEntry, rescueOf } from './rescues.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const at = Date.now();
const place = {
	course,
	lesson: 'mat-khau',
	version: '',
	learner: '',
	locale: 'vi',
	title: 'Việc',
	page: '/',
	at,
};
const unversioned = (entry: Entry): Entry => {
	const { version: _, ...body } = entry.body;
	return { ...entry, body };
};
const given = (attempt: string, question: string, answer: never) =>
	answerEntry({ learner: '', attempt, question, answer, revision: at, at, title: 'Câu', page: '/' });
const handIn = (attempt: string) =>
	handInEntry({ learner: '', attempt, at, title: 'Nộp bài', page: '/', locale: 'vi' });
const hand = (file: unknown, by: Client = server.anonymous) => by.post('/api/rescues', file);

test('all kinds of things count for the learner, also when somebody else hands them in, and once', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	server.clock.advance(minute);
	const answers = Object.entries(quizAnswers).map(([question, answer]) =>
		given(id, question, answer as never),
	);
	const file = await rescueOf(who, [
		// As it may stand in a file: handed in before the answers are told.
		handIn(id),
		...answers,
		eventEntry(),
		unversioned(tryEntry(place, 'khong-co', true)),
		unversioned(checkEntry(place, 'kt-dai', 'dai')),
	]);
	const helper = await server.account({ role: 'facilitator' });
	const first = await hand(file, helper);
	expect(first.status, JSON.stringify(first.body)).toBe(200);
	// The lesson has no such task.
	expect(first.body.entries.filter(({ reason }: { reason: unknown }) => reason)).toEqual([
		expect.objectContaining({ title: 'Việc', reason: expect.stringMatching(/\S/) }),
	]);
	expect(first.body).toMatchObject({ saved: answers.length + 3, refused: 1 });
	const { submission } = (await who.get(`/api/attempts/${id}`)).body;
	expect(submission).toMatchObject({ passed: true, score: submission.maxScore });
	const [progress] = (await who.get('/api/progress')).body.courses;
	expect((await helper.get('/api/progress')).body.courses).toEqual([]);

	expect((await hand(file)).body).toMatchObject({ saved: answers.length + 3 });
	expect((await who.get('/api/progress')).body.courses).toEqual([progress]);
	expect((await who.get(`/api/attempts/${id}`)).body.submission).toEqual(submission);
	expect((await who.get('/api/me/data')).body.checks).toHaveLength(1);
});

test('a file that was changed, or sealed for another, counts for nobody', async () => {
	const [who, other] = await Promise.all([server.guest(), server.guest()]);
	const file = await rescueOf(who, [eventEntry()]);
	const forOther = file.payload.replace(who.me!.id, other.me!.id);
	for (const forged of [
		{ ...file, payload: forOther },
		{ ...file, payload: `${file.payload} ` },
		{ ...file, seal: file.seal.replace(/^./, (sign) => (sign === '0' ? '1' : '0')) },
		{ ...file, seal: '' },
		{ ...file, seal: 'ж'.repeat(64) },
	])
		expectProblem(await hand(forged), 403, 'rescue-forged');
	for (const broken of ['', '[]', '{', '{"format":"cung-hoc-rescue/2"}'])
		expectProblem(await hand({ ...file, payload: broken }), 400, 'rescue-unreadable');
	expectProblem(await hand({ payload: 'x' }), 400, 'bad-request');
	for (const each of [who, other]) expect((await each.get('/api/progress')).body.courses).toEqual([]);
});

test('what is too late says so, entry by entry, and keeps nothing else back', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	server.clock.advance(minute);
	await submit(who, id, quizAnswers);
	const file = await rescueOf(who, [given(id, 'mk', 'a' as never), eventEntry()]);
	const { body } = await hand(file);
	expect(body).toMatchObject({ saved: 1, refused: 1 });
	expect(body.entries[0]).toEqual({ title: 'Câu', reason: expect.stringMatching(/\S/) });
});

test('what cannot be kept of it costs nothing else', async () => {
	const who = await server.guest();
	const { id } = await start(who, quiz);
	const broken = { ...eventEntry(), title: 'a\u0000b' };
	const file = await rescueOf(who, [given(id, 'mk', '\u0000' as never), broken, eventEntry()]);
	expect((await hand(file)).body).toMatchObject({ saved: 1, refused: 2 });
});

test('what was done as a guest counts for the account that the guest was brought into', async () => {
	const account = await server.account();
	const guest = await server.guest();
	const file = await rescueOf(guest, [eventEntry('ma-otp')]);
	await plantOffer(server, account, guest);
	expect((await account.post('/api/me/merges')).status).toBe(201);
	expect((await hand(file)).body).toMatchObject({ saved: 1 });
	const { lessons } = (await account.get(`/api/progress/${course}`)).body;
	expect(JSON.stringify(lessons)).toContain('ma-otp');
});

test('more than the server takes at once goes into the next file', async () => {
	const who = await server.guest();
	const long = Array.from({ length: 400 }, () => ({ ...eventEntry(), title: 'Việc dài '.repeat(40) }));
	const file = await rescueOf(who, long);
	const { status, body } = await hand(file);
	expect(status, JSON.stringify(body)).toBe(200);
	expect(body.entries.length).toBeGreaterThan(100);
	expect(body.entries.length).toBeLessThan(long.length);
});

test('a learner who is gone takes nothing any more', async () => {
	const who = await server.account();
	const file = await rescueOf(who, [eventEntry()]);
	await who.post('/api/me/deletion', { password: 'mat-khau-dai', certificates: 'erase' });
	expectProblem(await hand(file), 404, 'rescue-unknown');
});
