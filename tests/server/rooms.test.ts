/** Rooms in which somebody supervises: codes, who sits there, time, notes, closing, and what a certificate says. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Room } from '#schemas/room.ts';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { Hearing } from './hearing.ts';
import { completeCourse } from './learning.ts';
import { plantOffer } from './merges.ts';
import {
	course,
	courseFile,
	exam,
	examFile,
	expectProblem,
	minute,
	quiz,
	rightAnswer,
	save,
	start,
	submit,
	wrongAnswer,
} from './quizzes.ts';

let server: TestServer;
let helper: Client;
let usual: Record<string, string>;
beforeAll(async () => {
	server = await startServer({ apart: true });
	helper = await server.account({ role: 'facilitator', name: 'Chị Coi Thi' });
	const files = [examFile, examFile.replace('/vi/', '/km/'), courseFile];
	usual = Object.fromEntries(files.map((file) => [file, server.read(file)]));
});
afterAll(() => server.close());
beforeEach(async () => {
	await server.publish(usual);
});

const publishWith = async (file: string, from: string, to: string) => {
	const files = Object.keys(usual).filter((name) => name.endsWith(file.split('/').at(-1)!));
	const changed = files.map((name) => [name, usual[name]!.replace(from, to)]);
	expect((await server.publish(Object.fromEntries(changed)))!.errors).toEqual([]);
};
const byCodeAlone = () => publishWith(examFile, 'draw: 4', 'draw: 4\naccess: code');

const open = async (by = helper, more: object = {}) => {
	const made = await by.post('/api/rooms', {
		course,
		quiz: exam,
		name: 'Hội trường ấp 3',
		minutes: 60,
		...more,
	});
	expect(made.status, JSON.stringify(made.body)).toBe(201);
	return made.body as Room & { code: string };
};
const begin = (who: Client, code?: string, more: object = {}) =>
	who.post('/api/attempts', {
		course,
		quiz: exam,
		locale: 'vi',
		...(code !== undefined && { code }),
		...more,
	});
const room = async ({ id }: { id: string }, by = helper) => {
	const { status, body } = await by.get(`/api/rooms/${id}`);
	expect(status, JSON.stringify(body)).toBe(200);
	return body as Room;
};
const addTime = ({ id }: { id: string }, more: object, by = helper) => by.post(`/api/rooms/${id}/time`, more);
const note = ({ id }: { id: string }, more: object, by = helper) =>
	by.post(`/api/rooms/${id}/incidents`, more);
const close = ({ id }: { id: string }, by = helper) => by.post(`/api/rooms/${id}/closing`, {});

test('a quiz that asks for a code begins with it alone, however it is typed, and goes on without', async () => {
	await byCodeAlone();
	const opened = await open();
	expect(opened).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), isOpen: true, people: [] });
	expect(opened.openedBy).toBe('Chị Coi Thi');
	const who = await server.account({ name: 'Bà Sáu' });
	const needed = expectProblem(await begin(who), 403, 'code-needed');
	expect(needed.errors?.[0]?.path).toBe('/code');
	expectProblem(await begin(who, ' '), 403, 'code-needed');
	expectProblem(await begin(who, opened.code === '000000' ? '000001' : '000000'), 403, 'code-wrong');
	expectProblem(await begin(who, 'abc'), 403, 'code-wrong');
	const shown = `${opened.code.slice(0, 3)} ${opened.code.slice(3)}`;
	const khmer = shown.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
	const begun = await begin(who, khmer);
	expect(begun.status, JSON.stringify(begun.body)).toBe(201);
	expect(begun.body.room).toEqual({ name: 'Hội trường ấp 3', supervised: true, incidents: [] });
	expect((await begin(who)).body.id).toBe(begun.body.id);
	const [sitter] = (await room(opened)).people;
	expect(sitter).toMatchObject({
		attempt: begun.body.id,
		name: 'Bà Sáu',
		username: who.me!.username,
		state: 'working',
		answered: 0,
		savedAt: null,
		submittedAt: null,
		supervised: true,
		incidents: [],
	});
});

test('any counted quiz may be taken in a room; a code is of one quiz, and a practice has none', async () => {
	const opened = await open();
	const [inside, outside] = [await server.guest(), await server.guest()];
	expect((await begin(outside)).body.room).toBeNull();
	expect((await begin(inside, opened.code)).body.room).toMatchObject({ supervised: true });
	expect((await room(opened)).people).toMatchObject([{ name: null, username: null }]);
	const other = await server.guest();
	expectProblem(
		await other.post('/api/attempts', { course, quiz, locale: 'vi', code: opened.code }),
		403,
		'code-wrong',
	);
	const body = { course, quiz: exam, name: 'Phòng 1', minutes: 60 };
	expectProblem(await helper.post('/api/rooms', { ...body, quiz: 'luyen-tap' }), 404, 'quiz-unknown');
	expectProblem(await helper.post('/api/rooms', { ...body, course: 'khong-co' }), 404, 'course-unknown');
	expectProblem(await helper.post('/api/rooms', { ...body, minutes: 4 }), 400, 'bad-request');
	expectProblem(await helper.post('/api/rooms', { ...body, name: '…' }), 400, 'bad-request');
});

test('who opens, who sees: whoever opened it, instructors of the course, administrators', async () => {
	const opened = await open();
	const of = (role: 'instructor' | 'facilitator' | 'coordinator' | 'admin', scope?: string) =>
		server.account({ role, ...(scope && { scope }) });
	for (const by of [await of('instructor', course), await of('admin')]) {
		expect((await room(opened, by)).id).toBe(opened.id);
		expect((await by.get('/api/rooms')).body.rooms).toEqual([]);
	}
	for (const by of [await of('instructor', 'khac'), await of('facilitator'), await of('coordinator')]) {
		expectProblem(await by.get(`/api/rooms/${opened.id}`), 403, 'not-allowed');
		expectProblem(await by.get(`/api/rooms/${opened.id}/events?seconds=0`), 403, 'not-allowed');
		expectProblem(await addTime(opened, { minutes: 5 }, by), 403, 'not-allowed');
		expectProblem(await note(opened, { attempt: randomUUID(), text: 'Gì đó' }, by), 403, 'not-allowed');
		expectProblem(await close(opened, by), 403, 'not-allowed');
	}
	expectProblem(
		await (await of('instructor', 'khac')).post('/api/rooms', { course, quiz: exam, name: 'P', minutes: 9 }),
		403,
		'not-allowed',
	);
	expectProblem(await helper.get(`/api/rooms/${randomUUID()}`), 404, 'room-unknown');
	expectProblem(await helper.get('/api/rooms/phong'), 404, 'room-unknown');
	const id = randomUUID();
	const first = await open(helper, { id });
	const again = await helper.post('/api/rooms', { id, course, quiz: exam, name: 'Khác', minutes: 9 });
	expect(again).toMatchObject({ status: 200, body: { id, code: first.code, name: 'Hội trường ấp 3' } });
	expectProblem(
		await (await of('admin')).post('/api/rooms', { id, course, quiz: exam, name: 'P', minutes: 9 }),
		409,
		'id-in-use',
	);
	expect((await helper.get('/api/rooms')).body.rooms[0]).toMatchObject({ id, started: 0, isOpen: true });
});

test('nobody supervises themselves, and an attempt under way is shared by no room', async () => {
	const opened = await open();
	expectProblem(await begin(helper, opened.code), 403, 'own-room');
	const who = await server.guest();
	const attempt = await start(who, exam);
	const again = await begin(who, opened.code);
	expect(again).toMatchObject({ status: 200, body: { id: attempt.id, room: null } });
	expect((await room(opened)).people).toEqual([]);
});

test('what a supervisor did as a guest in a room of their own is theirs, and not supervised', async () => {
	const [mine, other] = [await open(), await open(await server.account({ role: 'facilitator' }))];
	const guest = await server.guest();
	const { id } = (await begin(guest, mine.code)).body;
	await submit(guest, id);
	const elsewhere = (await begin(guest, other.code)).body;
	await submit(guest, elsewhere.id);
	await plantOffer(server, helper, guest);
	const merged = await helper.post('/api/me/merges', {});
	expect(merged.status, JSON.stringify(merged.body)).toBe(201);
	expect((await room(mine)).people).toMatchObject([{ attempt: id, supervised: false }]);
	expect((await helper.get(`/api/attempts/${elsewhere.id}`)).body.room).toMatchObject({ supervised: true });
	await helper.post(`/api/me/merges/${merged.body.id}/undo`, {});
	expect((await room(mine)).people).toMatchObject([{ attempt: id, supervised: true }]);
});

test('a room whose supervisor has gone lets nobody in any more', async () => {
	const supervisor = await server.account({ role: 'facilitator' });
	const opened = await open(supervisor);
	expect((await begin(await server.account(), opened.code)).status).toBe(201);
	const gone = await supervisor.post('/api/me/deletion', {
		password: 'mat-khau-dai',
		certificates: 'erase',
	});
	expect(gone.status, JSON.stringify(gone.body)).toBe(204);
	expectProblem(await begin(await server.account(), opened.code), 403, 'code-over');
});

test('what is saved and handed in is seen, and nothing in a room goes on for longer than it', async () => {
	const opened = await open(helper, { minutes: 10 });
	const who = await server.account();
	const { body: attempt } = await begin(who, opened.code);
	expect(attempt.deadline).toBe(opened.until);
	const before = (await room(opened)).revision;
	expect((await room(opened)).revision).toBe(before);
	const [first, second] = attempt.questions;
	const receipt = await save(who, attempt.id, first.id, rightAnswer(first.id));
	expect(receipt.body.deadline).toBe(opened.until);
	const after = await room(opened);
	expect(after.revision).not.toBe(before);
	expect(after.people[0]).toMatchObject({ answered: 1, savedAt: receipt.body.savedAt, state: 'working' });
	await save(who, attempt.id, second.id, 'a');
	await save(who, attempt.id, second.id, null, 2);
	expect((await room(opened)).people[0]).toMatchObject({ answered: 1 });
	server.clock.advance(6 * minute);
	expect((await room(opened)).people[0]).toMatchObject({ state: 'quiet' });
	await submit(who, attempt.id);
	expect(await room(opened)).toMatchObject({ handedIn: 1, people: [{ state: 'handed-in' }] });
});

test('time for one and for all: once for each id, in the open attempt with the next answer, and audited', async () => {
	const opened = await open(helper, { minutes: 15 });
	const [one, other, done] = [await server.account(), await server.account(), await server.account()];
	const attempts = [];
	for (const who of [one, other, done]) attempts.push((await begin(who, opened.code)).body);
	const [mine, theirs, handedIn] = attempts;
	await submit(done, handedIn.id);
	const until = Date.parse(opened.until);
	const later = (minutes: number) => new Date(until + minutes * minute).toISOString();

	const id = randomUUID();
	for (let n = 0; n < 2; n += 1)
		expect(await addTime(opened, { id, minutes: 10, attempt: mine.id })).toMatchObject({
			status: 200,
			body: { until: later(10), extensions: [{ minutes: 10, attempt: mine.id }] },
		});
	const question = (of: { questions: { id: string }[] }) => of.questions[0]!.id;
	expect((await save(one, mine.id, question(mine), 'a')).body.deadline).toBe(later(10));
	expect((await save(other, theirs.id, question(theirs), 'a')).body.deadline).toBe(later(0));

	expect((await addTime(opened, { minutes: 5 })).body.until).toBe(later(15));
	expect((await save(one, mine.id, question(mine), 'b', 2)).body.deadline).toBe(later(15));
	expect((await one.get(`/api/attempts/${mine.id}`)).body.deadline).toBe(later(15));
	expect((await save(other, theirs.id, question(theirs), 'b', 2)).body.deadline).toBe(later(5));

	expectProblem(await addTime(opened, { minutes: 5, attempt: handedIn.id }), 409, 'attempt-submitted');
	expectProblem(await addTime(opened, { minutes: 5, attempt: randomUUID() }), 404, 'attempt-unknown');
	expectProblem(await addTime(opened, { minutes: 121 }), 400, 'bad-request');
	expect((await room(opened)).extensions).toHaveLength(2);
	const events = (await one.get('/api/me/events')).body.events;
	expect(events.filter(({ kind }: { kind: string }) => kind === 'room.extend')).toHaveLength(2);

	// Beyond the first end, and past it only the learner who has the time still works.
	server.clock.advance(17 * minute);
	expect((await save(other, theirs.id, question(theirs), 'c', 3)).status).toBe(200);
	server.clock.advance(5 * minute);
	expectProblem(await save(other, theirs.id, question(theirs), 'c', 4), 409, 'attempt-late');
	expect((await save(one, mine.id, question(mine), 'c', 3)).status).toBe(200);
});

test('a note is kept, told to the learner and in their own data; what nobody saw is not supervised', async () => {
	const opened = await open();
	const who = await server.account();
	const { body: attempt } = await begin(who, opened.code);
	const id = randomUUID();
	const text = 'Điện thoại reo giữa chừng.';
	for (let n = 0; n < 2; n += 1)
		expect((await note(opened, { id, attempt: attempt.id, text })).body.people[0].incidents).toMatchObject([
			{ text, unseen: false },
		]);
	expectProblem(await note(opened, { attempt: randomUUID(), text }), 404, 'attempt-unknown');
	expectProblem(await note(opened, { attempt: attempt.id, text: ' ' }), 400, 'bad-request');
	await submit(who, attempt.id);
	await close(opened);
	// What is noticed afterwards can be noted too.
	const unseen = { attempt: attempt.id, text: 'Không có mặt trong phòng.', unseen: true };
	expect((await note(opened, unseen)).body.people[0]).toMatchObject({ supervised: false });
	const told = (await who.get(`/api/attempts/${attempt.id}`)).body.room;
	expect(told).toMatchObject({ supervised: false, incidents: [{ text }, { unseen: true }] });
	const data = (await who.get('/api/me/data')).body;
	expect(data.incidents).toMatchObject([{ text }, { unseen: true }]);
	expect(JSON.stringify(data.incidents)).not.toContain(helper.me!.id);
});

test('closing ends the code and takes what is open a minute later, with all that arrived', async () => {
	const opened = await open();
	const who = await server.account();
	const { body: attempt } = await begin(who, opened.code);
	const [first, second, third] = attempt.questions;
	await save(who, attempt.id, first.id, rightAnswer(first.id));
	const closed = await close(opened);
	expect(closed.body).toMatchObject({ code: null, isOpen: false, closedAt: expect.any(String) });
	expect((await close(opened)).body.closedAt).toBe(closed.body.closedAt);
	const late = await server.guest();
	expectProblem(await begin(late, opened.code), 403, 'code-over');
	expectProblem(await addTime(opened, { minutes: 5 }), 409, 'room-closed');
	// A device that has no network for a moment loses nothing.
	server.clock.advance(0.5 * minute);
	const held = await save(who, attempt.id, second.id, rightAnswer(second.id));
	expect(held.body).toMatchObject({ accepted: true, deadline: closed.body.closedAt });
	server.clock.advance(minute);
	await server.runJobs();
	expectProblem(await save(who, attempt.id, third.id, 'a'), 409, 'attempt-submitted');
	expect((await who.get(`/api/attempts/${attempt.id}`)).body.submission).toMatchObject({
		score: 2,
		submittedAt: closed.body.closedAt,
	});
	expect((await room(opened)).people[0]).toMatchObject({ state: 'handed-in', answered: 2 });
});

test('a room whose time is over is closed by itself, and its code may be another room’s', async () => {
	const opened = await open(helper, { minutes: 5 });
	server.clock.advance(6 * minute);
	const who = await server.guest();
	expectProblem(await begin(who, opened.code), 403, 'code-over');
	expectProblem(await addTime(opened, { minutes: 5 }), 409, 'room-closed');
	await server.runJobs();
	expect(await room(opened)).toMatchObject({ isOpen: false, closedAt: opened.until, code: null });
});

test('codes are not found by trying', async () => {
	const opened = await open();
	const wrong = opened.code === '111111' ? '111112' : '111111';
	const who = await server.guest();
	for (let n = 0; n < 10; n += 1) expectProblem(await begin(who, wrong), 403, 'code-wrong');
	expectProblem(await begin(who, opened.code), 429, 'too-many');
	server.clock.advance(minute);
	expect((await begin(who, opened.code)).status).toBe(201);
});

test('a stream tells how it stands, each change, and that it is over', async () => {
	const opened = await open();
	const now = await helper.get(`/api/rooms/${opened.id}/events?seconds=0`);
	expect(now.headers['content-type']).toContain('text/event-stream');
	expect(now.body).toBe(`retry: 3000\n\nevent: room\ndata: ${(await room(opened)).revision}\n\n`);
	const heard = await Hearing.of(server.app, helper, `/api/rooms/${opened.id}/events`);
	await heard.until('event: room');
	const who = await server.guest();
	const { body: attempt } = await begin(who, opened.code);
	await heard.until(`data: ${(await room(opened)).revision}`);
	await submit(who, attempt.id);
	await heard.until(`data: ${(await room(opened)).revision}`);
	await close(opened);
	await heard.ended;
	expect(heard.events).toEqual(['room', 'room', 'room', 'over']);
	expectProblem(await helper.get(`/api/rooms/${opened.id}/events?seconds=4000`), 400, 'bad-request');
	const fifth = await open();
	const hear = () => Hearing.of(server.app, helper, `/api/rooms/${fifth.id}/events?seconds=20`);
	const four = [await hear(), await hear(), await hear(), await hear()];
	expectProblem(await helper.get(`/api/rooms/${fifth.id}/events?seconds=0`), 429, 'too-many');
	await close(fifth);
	await Promise.all(four.map(({ ended }) => ended));
});

test('a stream hears what another process has done, and holds up no server that stops', async () => {
	const opened = await open();
	const other = await buildApp({
		config: { ...readConfig({}), dataDir: server.folder, coursesDir: server.folder },
		database: server.database,
		now: () => server.clock.now,
	});
	await other.ready();
	const heard = await Hearing.of(other, helper, `/api/rooms/${opened.id}/events`);
	await heard.until(`data: ${(await room(opened)).revision}`);
	expect((await begin(await server.guest(), opened.code)).status).toBe(201);
	await heard.until(`data: ${(await room(opened)).revision}`);
	expect(heard.events).toEqual(['room', 'room']);
	await other.close();
	await heard.ended;
});

test('a stream ends with the right to hear it', async () => {
	const left = await server.account({ role: 'facilitator' });
	const opened = await open(left);
	expect((await left.get(`/api/rooms/${opened.id}/events?seconds=0`)).status).toBe(200);
	await server.revoke({ username: left.me!.username!, role: 'facilitator', scope: null });
	expectProblem(await left.get(`/api/rooms/${opened.id}/events?seconds=0`), 403, 'not-allowed');
	expectProblem(await left.get(`/api/rooms/${opened.id}`), 403, 'not-allowed');
});

test('a certificate says how its quizzes were taken, and a course may ask for a room', async () => {
	const takeAll = async (who: Client, codes: Record<string, string> = {}) => {
		for (const wanted of [quiz, exam]) {
			const code = codes[wanted];
			const attempt = (
				await who.post('/api/attempts', { course, quiz: wanted, locale: 'vi', ...(code && { code }) })
			).body;
			const answers = Object.fromEntries(
				attempt.questions.map(({ id }: { id: string }) => [id, midway[id] ?? rightAnswer(id)]),
			);
			expect((await submit(who, attempt.id, answers)).body.passed).toBe(true);
		}
	};
	const ask = (who: Client) => who.post('/api/certificates', { course });

	const alone = await server.account();
	await completeCourse(alone);
	await server.vouch(alone);
	expect((await ask(alone)).body.record).toMatchObject({ supervision: 'none', assurance: { by: 'helper' } });

	await publishWith(courseFile, 'requires: {', 'requires: { supervised: true,');
	const seen = await server.account();
	await completeCourse(seen);
	await learnForLong(seen);
	expect(expectProblem(await ask(seen), 409, 'certificate-missing')).toMatchObject({
		missing: { lessons: [], quizzes: [], supervised: [quiz, exam] },
	});
	const view = (await seen.get('/api/views/certificates?locale=vi')).body;
	expect(view.candidates[0], JSON.stringify(view.candidates[0])).toMatchObject({
		proof: null,
		supervised: [{ id: quiz }, { id: exam }],
	});
	await takeAll(seen, { [quiz]: (await open(helper, { quiz })).code, [exam]: (await open()).code });
	const made = await ask(seen);
	expect(made.body.record, JSON.stringify(made.body)).toMatchObject({ supervision: 'room' });
	const corrected = await seen.post(`/api/certificates/${made.body.serial}/correction`, {
		displayName: 'Nguyễn Thị Thứ',
	});
	expect([201, 202]).toContain(corrected.status);

	// Somebody who sat beside them may vouch instead.
	const vouched = await server.account();
	await completeCourse(vouched);
	await server.vouch(vouched);
	expect((await ask(vouched)).body.record).toMatchObject({ supervision: 'none' });
	expect(wrongAnswer('ck-1')).not.toBe(rightAnswer('ck-1'));
});

const midway: Record<string, unknown> = {
	mk: 'b',
	'giu-may': ['khoa', 'cap-nhat'],
	'hoi-otp': false,
	gia: '35',
	'thu-do': 'Hà Nội',
};

/** So that a certificate is issued to somebody for whom nobody vouches. */
async function learnForLong(who: Client) {
	for (let n = 0; n < 14; n += 1) {
		server.clock.advance(5 * minute);
		await who.post('/api/checks', { course, question: 'kt-dai', answer: 'dai', locale: 'vi' });
	}
}
