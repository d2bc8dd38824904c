/** What a guest has learned, brought into the account that has signed in on their device, and taken back. */
import { randomUUID } from 'node:crypto';
import { and, eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whoseHeader } from '#schemas/whose.ts';
import * as tables from '#server/db/tables/index.ts';
import { movedTables } from '#server/merging/rows-store.ts';
import { deleteOver } from '#server/merging/store.ts';
import { sweepGuests } from '#server/own-data/sweep.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, event, finishLessons, passQuizzes, send, startAttempt, takeQuiz } from './learning.ts';
import { exam, expectProblem, quiz, save } from './quizzes.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

const day = 24 * 3_600_000;
const password = 'mat-khau-dai';
const check = { course, question: 'kt-dai', answer: 'dai' };

/** The guest's device signs in to an account; `guest` is who they were. */
async function signIn(device: Client, to: Client, more: object = {}) {
	const guest = device.me!.id;
	const { status, body } = await device.post('/api/session', {
		username: to.me!.username,
		password,
		...more,
	});
	expect(status).toBe(200);
	device.me = body;
	return { guest, hasOffer: body.hasOffer as boolean };
}
const bring = async (device: Client) => {
	const { status, body } = await device.post('/api/me/merges');
	expect(status, JSON.stringify(body)).toBe(201);
	return body;
};
const takeBack = (device: Client, id: string) => device.post(`/api/me/merges/${id}/undo`);
const progressOf = async (one: Client) => (await one.get(`/api/progress/${course}`)).body;
const doneIn = async (one: Client) =>
	(await progressOf(one)).lessons
		.filter(({ doneAt }: { doneAt: string | null }) => doneAt !== null)
		.map(({ id }: { id: string }) => id);

/** Everything of some learners, but for the ids of who they are. */
async function rowsOf(...learners: string[]) {
	const found: Record<string, unknown[]> = {};
	for (const table of movedTables) {
		const columns = table as unknown as { learnerId: typeof tables.attempt.learnerId };
		for (const learner of learners) {
			const rows = await server.db
				.select({ row: sql<string>`to_jsonb(${table})::text` })
				.from(table)
				.where(eq(columns.learnerId, learner));
			found[`${learner} ${getTableName(table)}`] = rows.map(({ row }) => row).sort();
		}
	}
	return found;
}

/** What is of the person and not of their learning: it stays where it is. */
const staying = [
	'login',
	'role_grant',
	'care',
	'audit',
	'recovery_code',
	'second_step',
	'backup_code',
	'passkey',
	'merge',
	'merge_row',
	'merged_guest',
	'merge_offer',
];

it('every table of learners goes along, or is known to stay', () => {
	const ofLearners = Object.values(tables)
		.filter((table) => is(table, PgTable))
		.filter((table) => 'learnerId' in getTableColumns(table))
		.map(getTableName);
	expect(ofLearners.sort()).toEqual([...movedTables.map(getTableName), ...staying].sort());
});

describe('the question after signing in', () => {
	it('is asked where the guest of the device has learned something, by each way of signing in', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		const { body } = await startAttemptAnd(device);
		const { guest, hasOffer } = await signIn(device, account);
		expect(hasOffer).toBe(true);
		const { offer } = (await device.get('/api/me/merge-offer?locale=vi')).body;
		expect(offer).toMatchObject({ guest, shared: false, certificates: [] });
		expect(offer.courses).toMatchObject([
			{ course, lessons: [{ id: 'mat-khau' }], attempts: [{ id: body.id, quiz, submittedAt: null }] },
		]);
	});

	it('is not asked of who learned nothing, of who was signed in, and of another device', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await send(device, event('lesson.opened', 'mat-khau'));
		expect((await signIn(device, account)).hasOffer).toBe(false);
		// Not the account that was there before, either.
		const other = await server.account();
		await finishLessons(device, ['mat-khau']);
		expect((await signIn(device, other)).hasOffer).toBe(false);
		expect((await device.get('/api/me/merge-offer')).body).toEqual({ offer: null });
		expectProblem(await device.post('/api/me/merges'), 404, 'merge-unknown');
	});

	it('belongs to the session that was begun then, and to nobody else', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		await signIn(device, account);
		// The owner's other device, a stranger, and a visitor.
		for (const other of [account, await server.account()]) {
			expect((await other.get('/api/me/merge-offer')).body).toEqual({ offer: null });
			expectProblem(await other.post('/api/me/merges'), 404, 'merge-unknown');
			expect((await other.delete('/api/me/merge-offer')).status).toBe(204);
		}
		expectProblem(await server.anonymous.post('/api/me/merges'), 401, 'not-signed-in');
		await bring(device);
		expect(await doneIn(account)).toEqual(['mat-khau']);
	});

	it('is over after half an hour, and after “no”, which leaves all where it was', async () => {
		for (const end of ['time', 'no'] as const) {
			const [device, account] = [await server.guest(), await server.account()];
			await finishLessons(device, ['mat-khau']);
			const before = await rowsOf(device.me!.id);
			const { guest } = await signIn(device, account);
			if (end === 'no') expect((await device.delete('/api/me/merge-offer')).status).toBe(204);
			else server.clock.advance(31 * 60_000);
			expectProblem(await device.post('/api/me/merges'), 404, 'merge-unknown');
			expect(await rowsOf(guest)).toEqual(before);
			expect(await doneIn(account)).toEqual([]);
		}
	});

	it('knows a shared device, by the guest or by who signs in', async () => {
		const account = await server.account();
		const device = server.client();
		device.me = (await device.post('/api/guests', { locale: 'vi', shared: true })).body;
		await finishLessons(device, ['mat-khau']);
		await signIn(device, account);
		expect((await device.get('/api/me/merge-offer')).body.offer.shared).toBe(true);
	});
});

async function startAttemptAnd(device: Client) {
	const attempt = await startAttempt(device, quiz);
	expect((await save(device, attempt.id, 'mk', 'b')).status).toBe(200);
	return { body: attempt };
}

describe('what is brought', () => {
	it('is all of it, once: lessons, ticks, answers, attempts, and what the two complete together', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau', 'ma-otp']);
		await device.post('/api/checks', check);
		await passQuizzes(device);
		await finishLessons(account, ['ma-otp', 'hoi-giup']);
		await account.post('/api/checks', check);
		await takeQuiz(account, quiz, 1);
		const first = await server.db
			.select({ at: tables.lessonCompletion.doneAt })
			.from(tables.lessonCompletion)
			.where(
				and(
					eq(tables.lessonCompletion.learnerId, device.me!.id),
					eq(tables.lessonCompletion.lessonId, 'ma-otp'),
				),
			);
		const { guest } = await signIn(device, account);
		const merge = await bring(device);
		expect(merge.brought).toEqual({ lessons: 2, quizzes: 2, certificates: 0, kept: 0 });

		const progress = await progressOf(account);
		expect(progress.completedAt).not.toBeNull();
		const otp = progress.lessons.find(({ id }: { id: string }) => id === 'ma-otp');
		expect(otp.doneAt).toBe(first[0]!.at.toISOString());
		const { attempts } = (await account.get('/api/attempts')).body;
		const numbers = attempts
			.filter((one: { quiz: string }) => one.quiz === quiz)
			.map((one: { number: number }) => one.number);
		expect(numbers.sort()).toEqual([1, 2]);
		const exposures = await server.db
			.select({ first: tables.checkResponse.firstExposure })
			.from(tables.checkResponse)
			.where(eq(tables.checkResponse.learnerId, account.me!.id));
		expect(exposures.filter(({ first }) => first)).toHaveLength(1);
		const left = Object.values(await rowsOf(guest)).flat();
		expect(left).toEqual([]);
		// Asked again, it is the same; another tab of the same browser is told so too.
		const again = await device.post('/api/me/merges');
		expect([again.status, again.body.id]).toEqual([200, merge.id]);
	});

	it('keeps to the limit of attempts over both', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await takeQuiz(device, exam, 0);
		await takeQuiz(device, exam, 0);
		await takeQuiz(account, exam, 0);
		await signIn(device, account);
		await bring(device);
		const refused = await account.post('/api/attempts', { course, quiz: exam, locale: 'vi' });
		expectProblem(refused, 409, 'attempts-used-up');
	});

	it('counts no pass that a guest made beyond the limit, and counts it again for the guest once taken back', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		for (let n = 0; n < 2; n += 1) await takeQuiz(account, exam, 0);
		await takeQuiz(device, exam, 0);
		server.clock.advance(1000);
		await finishLessons(device);
		await passQuizzes(device);
		expect((await progressOf(device)).completedAt).not.toBeNull();
		const { guest } = await signIn(device, account);
		const { id } = await bring(device);
		const progress = await progressOf(account);
		expect(progress.completedAt).toBeNull();
		const passed = (of: { quizzes: { id: string; passed: boolean }[] }, wanted: string) =>
			of.quizzes.find((one) => one.id === wanted)!.passed;
		expect([passed(progress, quiz), passed(progress, exam)]).toEqual([true, false]);
		const { attempts } = (await account.get('/api/attempts')).body;
		const ofExam = attempts.filter((one: { quiz: string }) => one.quiz === exam);
		expect(
			ofExam.map((one: { uncounted: string | null; passed: boolean }) => [one.uncounted, one.passed]).sort(),
		).toEqual([
			[null, false],
			[null, false],
			[null, false],
			['limit', false],
		]);
		const uncounted = ofExam.find((one: { uncounted: string | null }) => one.uncounted);
		const { submission } = (await account.get(`/api/attempts/${uncounted.id}`)).body;
		expect(submission).toMatchObject({ uncounted: 'limit', passed: false });
		expect(submission.score).toBe(submission.maxScore);
		expectProblem(await account.post('/api/certificates', { course }), 409, 'certificate-missing');

		expect((await takeBack(device, id)).status).toBe(200);
		const back = await server.db
			.select({ uncounted: tables.attempt.uncounted })
			.from(tables.attempt)
			.where(eq(tables.attempt.learnerId, guest));
		expect(back.map(({ uncounted: why }) => why)).toEqual([null, null, null]);
		const completions = await server.db
			.select()
			.from(tables.courseCompletion)
			.where(eq(tables.courseCompletion.learnerId, guest));
		expect(completions).toHaveLength(1);
	});

	it('leaves one attempt open, the one that was worked at last, and closes the other with its answers', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		const theirs = await startAttempt(device, quiz);
		const own = await startAttempt(account, quiz);
		await save(account, own.id, 'mk', 'b');
		server.clock.advance(1000);
		await save(device, theirs.id, 'gia', '35');
		await signIn(device, account);
		const merge = await bring(device);
		const read = async (wanted: string) =>
			(await account.get('/api/attempts')).body.attempts.find(({ id }: { id: string }) => id === wanted);
		expect((await read(theirs.id)).submittedAt).toBeNull();
		expect((await read(own.id)).submittedAt).not.toBeNull();
		// Going on with it works, from either device.
		expect((await save(account, theirs.id, 'mk', 'b')).body.accepted).toBe(true);
		// It has been gone on with: it stays, and the other stays closed, since one alone may be open.
		const undone = await takeBack(device, merge.id);
		expect(undone.status, JSON.stringify(undone.body)).toBe(200);
		expect(undone.body.stayed).toBeGreaterThan(0);
		expect((await read(theirs.id)).submittedAt).toBeNull();
		expect((await read(own.id)).submittedAt).not.toBeNull();
	});

	it('leaves a certificate with another name where it is, to be checked as before', async () => {
		const account = await server.account({ name: 'Trần Thị Bưởi' });
		for (const name of ['trần thị  bưởi', 'Lê Văn Khác']) {
			const device = await server.guest();
			await device.patch('/api/me', { displayName: name });
			await finishLessons(device);
			await passQuizzes(device);
			await server.vouch(device);
			const { serial } = (await device.post('/api/certificates', { course })).body;
			expect(serial).toBeTypeOf('string');
			await signIn(device, account);
			const { brought, id } = await bring(device);
			const isOwn = name !== 'Lê Văn Khác';
			expect([brought.certificates, brought.kept]).toEqual(isOwn ? [1, 0] : [0, 1]);
			const seen = await server.anonymous.get(`/api/certificates/${serial}`);
			expect([seen.status, seen.body.status]).toEqual([200, 'valid']);
			const { certificates } = (await account.get('/api/certificates')).body;
			expect(certificates.some((one: { serial: string }) => one.serial === serial)).toBe(isOwn);
			expect((await takeBack(account, id)).status).toBe(200);
			expect((await server.anonymous.get(`/api/certificates/${serial}`)).body.status).toBe('valid');
		}
	});
});

describe('what comes late', () => {
	it('in the guest’s name is taken in the session of the account alone', async () => {
		const [device, account, stranger] = [
			await server.guest(),
			await server.account(),
			await server.account(),
		];
		await finishLessons(device, ['mat-khau']);
		const attempt = await startAttempt(device, quiz);
		const { guest } = await signIn(device, account);
		const inTheirName = { [whoseHeader]: guest };
		const late = { events: [event('lesson.done', 'ma-otp')] };
		// Until it is decided, it is another's.
		expectProblem(await device.post('/api/events', late, inTheirName), 409, 'other-learner');
		await bring(device);
		const taken = await device.post('/api/events', late, inTheirName);
		expect([taken.status, taken.body.accepted.length]).toEqual([200, 1]);
		const answer = await device.post(
			`/api/attempts/${attempt.id}/answers/mk`,
			{ answer: 'b', revision: 3 },
			inTheirName,
		);
		expect([answer.status, answer.body.accepted]).toEqual([200, true]);
		expect((await device.get('/api/me')).body.guests).toEqual([guest]);
		expect(await doneIn(account)).toEqual(['mat-khau', 'ma-otp']);
		expectProblem(await stranger.post('/api/events', late, inTheirName), 409, 'other-learner');
	});

	it('while it is merged is lost nowhere', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		const theirs = await startAttempt(device, quiz);
		const own = await startAttempt(account, quiz);
		await signIn(device, account);
		const saving = Array.from({ length: 12 }, (_, n) => save(account, own.id, 'mk', 'b', n + 1));
		const [merged, ...saved] = await Promise.all([device.post('/api/me/merges'), ...saving]);
		expect(merged.status, JSON.stringify(merged.body)).toBe(201);
		const accepted = saved.flatMap(({ body }, n) => (body.accepted ? [n + 1] : []));
		const { attempts } = (await account.get('/api/attempts')).body;
		expect(attempts.map(({ id }: { id: string }) => id).sort()).toEqual([own.id, theirs.id].sort());
		const [kept] = await server.db
			.select()
			.from(tables.response)
			.where(and(eq(tables.response.learnerId, account.me!.id), eq(tables.response.attemptId, own.id)));
		expect(kept?.revision ?? 0).toBe(Math.max(0, ...accepted));
	});
});

describe('two at the same time', () => {
	it('merge once', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		await signIn(device, account);
		const answers = await Promise.all([1, 2, 3].map(() => device.post('/api/me/merges')));
		expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
	});

	it('who were both offered one guest: one of them has them', async () => {
		const [device, a, b] = [await server.guest(), await server.account(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		const cookie = device.cookie;
		const both = [a, b].map(async (account) => {
			const one = server.client();
			one.cookie = cookie;
			await one.post('/api/session', { username: account.me!.username, password });
			return one.post('/api/me/merges');
		});
		const statuses = (await Promise.all(both)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 201)).toHaveLength(1);
		expect((await doneIn(a)).length + (await doneIn(b)).length).toBe(1);
	});
});

describe('taken back', () => {
	it('both are as they were, to the last column, and the device may go on as the guest', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		for (const one of [device, account]) {
			await finishLessons(one, ['mat-khau']);
			await one.post('/api/checks', check);
			await takeQuiz(one, quiz, 2);
			await startAttempt(one, exam);
		}
		const before = await rowsOf(device.me!.id, account.me!.id);
		const { guest } = await signIn(device, account);
		const { id } = await bring(device);
		expect(await rowsOf(guest, account.me!.id)).not.toEqual(before);
		expectProblem(await device.post(`/api/me/merges/${id}/guest`), 409, 'merge-over');
		const { status, body } = await takeBack(account, id);
		expect(status, JSON.stringify(body)).toBe(200);
		expect(body).toMatchObject({ stayed: 0, merge: { id, canUndo: false, canOpen: true } });
		expect(await rowsOf(guest, account.me!.id)).toEqual(before);
		expect((await takeBack(account, id)).body.merge.undoneAt).toBe(body.merge.undoneAt);

		// What is in the guest's name is another's again, and the guest can be gone on with, by the owner alone.
		const late = { events: [event('lesson.done', 'ma-otp')] };
		expectProblem(await device.post('/api/events', late, { [whoseHeader]: guest }), 409, 'other-learner');
		expectProblem(await (await server.account()).post(`/api/me/merges/${id}/guest`), 404, 'merge-unknown');
		const opened = await device.post(`/api/me/merges/${id}/guest`);
		expect([opened.status, opened.body.id, opened.body.guest]).toEqual([200, guest, true]);
		expect(await doneIn(device)).toEqual(['mat-khau']);
		// Once they have registered, it is their own.
		const made = await device.post('/api/accounts', {
			username: `khach-${guest.slice(-8)}`,
			password: 'ba cây chuối vàng',
			displayName: 'Khách Cũ',
			locale: 'vi',
		});
		expect([made.status, made.body.id]).toEqual([201, guest]);
		expectProblem(await account.post(`/api/me/merges/${id}/guest`), 409, 'merge-over');
	});

	it('what was done since stays with the account, and new attempts go on counting', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau', 'ma-otp']);
		await takeQuiz(device, quiz, 1);
		const { guest } = await signIn(device, account);
		const { id } = await bring(device);
		await finishLessons(account, ['ma-otp', 'hoi-giup']);
		await takeQuiz(account, quiz, 1);
		expect((await takeBack(account, id)).status).toBe(200);
		expect(await doneIn(account)).toEqual(['ma-otp', 'hoi-giup']);
		for (let n = 0; n < 2; n += 1) await startAttempt(account, quiz).then((one) => hand(account, one.id));
		const { attempts } = (await account.get('/api/attempts')).body;
		expect(attempts.map(({ number }: { number: number }) => number).sort()).toEqual([2, 3, 4]);
		const left = await server.db.select().from(tables.attempt).where(eq(tables.attempt.learnerId, guest));
		expect(left).toHaveLength(1);
	});

	it('only for seven days; then how to do it is forgotten, and the alias stays', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		const { guest } = await signIn(device, account);
		const { id } = await bring(device);
		const kept = () =>
			server.db
				.select()
				.from(tables.mergeRow)
				.where(eq(tables.mergeRow.mergeId, id as string));
		await deleteOver(server.db, new Date(server.clock.now.getTime() + 6 * day));
		expect((await kept()).length).toBeGreaterThan(0);
		await deleteOver(server.db, new Date(server.clock.now.getTime() + 8 * day));
		expect(await kept()).toEqual([]);
		server.clock.advance(8 * day);
		expectProblem(await takeBack(account, id), 409, 'merge-over');
		const late = { events: [event('lesson.done', 'ma-otp')] };
		expect((await device.post('/api/events', late, { [whoseHeader]: guest })).status).toBe(200);
		server.clock.advance(-8 * day);
	});

	it('is refused for what nobody has, and what is another’s', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		await signIn(device, account);
		const { id } = await bring(device);
		for (const name of [id, randomUUID(), 'nothing'])
			expectProblem(await takeBack(await server.account(), name), 404, 'merge-unknown');
		expect((await account.get('/api/me/merges')).body.merges).toMatchObject([{ id, canUndo: true }]);
		expectProblem(await server.anonymous.post(`/api/me/merges/${id}/undo`), 401, 'not-signed-in');
	});
});

const hand = (one: Client, id: string) => one.post(`/api/attempts/${id}/submission`);

describe('what is kept of it', () => {
	it('is audited for both, told in one’s own data, and erased with the account', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		const { guest } = await signIn(device, account);
		const { id } = await bring(device);
		const audited = await server.db
			.select()
			.from(tables.audit)
			.where(eq(tables.audit.action, 'learning.merge'));
		const ofThis = audited.filter(({ subject }) => subject === id);
		expect(ofThis.map(({ learnerId }) => learnerId).sort()).toEqual([guest, account.me!.id].sort());
		const data = (await account.get('/api/me/data')).body;
		expect(data.merges).toMatchObject([{ id, brought: { lessons: 1 } }]);
		expect(JSON.stringify(data.merges)).not.toContain(guest);
		expect((await account.post('/api/me/deletion', { password, certificates: 'erase' })).status).toBe(204);
		for (const table of [tables.merge, tables.mergeRow, tables.mergedGuest, tables.mergeOffer])
			expect(await server.db.select().from(table).where(eq(table.learnerId, account.me!.id))).toEqual([]);
	});

	it('holds the guest while it can be taken back, and the sweep after that', async () => {
		const [device, account] = [await server.guest(), await server.account()];
		await finishLessons(device, ['mat-khau']);
		// Nobody came back for long, by the dates that stand there.
		const long = new Date(server.clock.now.getTime() - 60 * day);
		const { guest } = await signIn(device, account);
		await server.db.update(tables.person).set({ createdAt: long }).where(eq(tables.person.id, guest));
		await bring(device);
		const isThere = async () =>
			(await server.db.select().from(tables.person).where(eq(tables.person.id, guest))).length === 1;
		const sweepAt = async (at: Date) => void (await sweepGuests(server.database, at));
		await sweepAt(server.clock.now);
		expect(await isThere()).toBe(true);
		await sweepAt(new Date(server.clock.now.getTime() + 8 * day));
		expect(await isThere()).toBe(false);
		expect(await doneIn(account)).toEqual(['mat-khau']);
	});
});
