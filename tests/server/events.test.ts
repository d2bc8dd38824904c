import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import { enrolment, learningEvent, lessonCompletion } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { course, event, send } from './learning.ts';

/** Who helped: an opaque id. */
const helper = '0192f0c1-7a55-7cde-8f00-00000000000a';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const eventsOf = (client: Client) =>
	server.db.select().from(learningEvent).where(eq(learningEvent.learnerId, client.me!.id));
const doneOf = (client: Client) =>
	server.db.select().from(lessonCompletion).where(eq(lessonCompletion.learnerId, client.me!.id));
const lessonOf = async (client: Client, id: string) => {
	const { body } = await client.get(`/api/progress/${course}`);
	return body.lessons.find((lesson: { id: string }) => lesson.id === id);
};

describe('a batch', () => {
	it('is judged event by event: good, bad and doubled ones side by side', async () => {
		const client = await server.guest();
		const good = event('lesson.opened', 'mat-khau');
		const done = event('lesson.done', 'mat-khau');
		const unknown = event('lesson.done', 'khong-co');
		expect(await send(client, good)).toEqual({ accepted: [good.id], duplicate: [], rejected: [] });
		expect(await send(client, unknown, good, done, 'rác', done)).toEqual({
			accepted: [done.id],
			duplicate: [done.id, good.id],
			rejected: [
				{ id: unknown.id, reason: 'Khóa học không có bài này.' },
				{ id: null, reason: expect.stringContaining('Chưa đúng dạng') },
			],
		});
		expect((await eventsOf(client)).map((row) => row.id).sort()).toEqual([done.id, good.id].sort());
	});

	it('is taken but for an event that holds what cannot be kept, or is nested without end', async () => {
		const client = await server.guest();
		const good = event('lesson.opened', 'mat-khau');
		const nul = event('try.done', 'mat-khau', { item: 'a\u0000b' });
		const half = event('try.done', 'mat-khau', { item: '\ud800' });
		const deep = {
			...event('lesson.opened', 'mat-khau'),
			context: JSON.parse('['.repeat(99) + ']'.repeat(99)),
		};
		const reason = expect.stringContaining('Chưa đúng dạng');
		expect(await send(client, nul, half, deep, good)).toEqual({
			accepted: [good.id],
			duplicate: [],
			rejected: [nul, half, deep].map(({ id }) => ({ id, reason })),
		});
	});

	it.each([
		['no id', { id: undefined }, 'Chưa đúng dạng ở /id.'],
		['an id that is none', { id: '12' }, 'Chưa đúng dạng ở /id.'],
		['an unknown type', { type: 'lesson.eaten' }, 'Chưa đúng dạng ở /type.'],
		['an unknown field', { gift: 1 }, 'Chưa đúng dạng ở /gift.'],
		['an unknown channel', { context: { channel: 'tv' } }, 'Chưa đúng dạng ở /context/channel.'],
		[
			'a helper by name',
			{ context: { assistedBy: 'Nguyễn Thị Thử' } },
			'Chưa đúng dạng ở /context/assistedBy.',
		],
		['a time that is none', { at: 'hôm qua' }, 'Chưa đúng dạng ở /at.'],
		['a leap second', { at: '2026-06-30T23:59:60Z' }, 'Chưa đúng dạng ở /at.'],
		['a time before all clocks', { at: '0000-01-01T00:00:00Z' }, 'Chưa đúng dạng ở /at.'],
		['an unknown course', { course: 'khong-co' }, 'Không có khóa học này.'],
		['an unknown version', { version: '0123456789abcdef' }, 'Khóa học không có phiên bản này.'],
		['an unknown lesson', { lesson: 'khong-co' }, 'Khóa học không có bài này.'],
		["the name of an object's own", { lesson: 'constructor' }, 'Khóa học không có bài này.'],
		['a task that the lesson has not', { type: 'try.done', item: 'khong-co' }, /việc tự làm/],
		['a task without its name', { type: 'try.undone' }, /việc tự làm/],
	])('rejects %s', async (_what, change, reason) => {
		const client = await server.guest();
		const bad = event('lesson.done', 'mat-khau', change);
		const good = event('lesson.opened', 'mat-khau');
		const receipt = await send(client, bad, good);
		expect(receipt.accepted).toEqual([good.id]);
		expect(receipt.rejected).toEqual([{ id: bad.id ?? null, reason: expect.stringMatching(reason) }]);
		expect(await doneOf(client)).toEqual([]);
	});

	it.each(locales)('speaks the language of the caller: %s', async (locale) => {
		const client = await server.guest();
		const events = [
			event('lesson.done', 'mat-khau', { at: 'x' }),
			event('try.done', 'mat-khau', { item: 'khong-co' }),
			event('lesson.done', 'khong-co'),
		];
		const { body } = await client.post('/api/events', { events }, { 'accept-language': locale });
		const said = messagesFor(locale).api;
		expect(body.rejected.map((each: { reason: string }) => each.reason)).toEqual([
			said.events.malformed({ path: '/at' }),
			said.events.itemUnknown,
			said.failures['lesson-unknown'].detail({}),
		]);
	});

	it('rejects a time more than a day ahead, by the clock of the server', async () => {
		const client = await server.guest();
		const ahead = (hours: number) => new Date(server.clock.now.getTime() + hours * 3_600_000).toISOString();
		const near = event('lesson.opened', 'mat-khau', { at: ahead(23) });
		const far = event('lesson.opened', 'mat-khau', { at: ahead(25) });
		const old = event('lesson.opened', 'mat-khau', { at: '1970-01-01T00:00:00+07:00' });
		const receipt = await send(client, near, far, old);
		expect(receipt.accepted).toEqual([near.id, old.id]);
		expect(receipt.rejected).toEqual([{ id: far.id, reason: expect.stringContaining('Đồng hồ') }]);
	});

	it.each([
		['none', { events: [] }],
		['too many', { events: Array.from({ length: 201 }, () => event('lesson.opened', 'mat-khau')) }],
		['no list', {}],
	])('is refused as a whole with %s', async (_what, body) => {
		const client = await server.guest();
		expect((await client.post('/api/events', body)).status).toBe(400);
	});

	it('takes two hundred, and the same two hundred again as duplicates', async () => {
		const client = await server.guest();
		const events = Array.from({ length: 200 }, () => event('lesson.opened', 'ma-otp'));
		expect((await send(client, ...events)).accepted).toEqual(events.map((each) => each.id));
		expect((await send(client, ...events)).duplicate).toEqual(events.map((each) => each.id));
		expect(await eventsOf(client)).toHaveLength(200);
	});

	it('is kept once under ten simultaneous repetitions, in whatever order', async () => {
		const client = await server.guest();
		const events = ['mat-khau', 'ma-otp', 'hoi-giup'].map((lesson) => event('lesson.done', lesson));
		const tries = Array.from({ length: 10 }, (_, n) =>
			send(client, ...(n % 2 ? events : [...events].reverse())),
		);
		const receipts = await Promise.all(tries);
		expect(receipts.flatMap((receipt) => receipt.accepted).sort()).toEqual(
			events.map((each) => each.id).sort(),
		);
		expect(receipts.flatMap((receipt) => receipt.duplicate)).toHaveLength(27);
		expect(await eventsOf(client)).toHaveLength(3);
		expect(await doneOf(client)).toHaveLength(3);
	});

	it('lets two learners use the same id', async () => {
		const [one, other] = [await server.guest(), await server.guest()];
		const same = event('lesson.done', 'mat-khau');
		expect((await send(one, same)).accepted).toEqual([same.id]);
		expect((await send(other, same)).accepted).toEqual([same.id]);
	});

	it('gives ids back as they were sent', async () => {
		const client = await server.guest();
		const loud = event('lesson.opened', 'mat-khau', { id: randomUUID().toUpperCase() });
		expect((await send(client, loud)).accepted).toEqual([loud.id]);
		expect((await send(client, { ...loud, id: loud.id.toLowerCase() })).duplicate).toEqual([
			loud.id.toLowerCase(),
		]);
	});
});

describe('what is kept of an event', () => {
	it("is where and how it happened, on the device's clock and on ours", async () => {
		const client = await server.guest('km');
		const at = '2026-01-02T03:04:05.000Z';
		await server.lookAfter(client, helper);
		const context = { channel: 'class', assistedBy: helper, deviceTime: '2026-01-02T03:09:00Z' };
		await send(client, event('lesson.opened', 'ma-otp', { at, context, locale: 'vi' }));
		await send(client, event('lesson.opened', 'mat-khau'));
		const rows = await eventsOf(client);
		const inClass = rows.find((row) => row.lessonId === 'ma-otp');
		expect(inClass).toMatchObject({ type: 'lesson.opened', courseId: course, item: null, locale: 'vi' });
		expect(inClass).toMatchObject({ channel: 'class', assistedBy: helper, deviceTime: new Date(at) });
		expect(Math.abs(inClass!.at.getTime() - server.clock.now.getTime())).toBeLessThan(60_000);
		const plain = rows.find((row) => row.lessonId === 'mat-khau');
		expect(plain).toMatchObject({
			locale: 'km',
			channel: 'web',
			assistedBy: null,
			targetGroup: null,
			place: null,
		});
	});

	it('enrols by the way', async () => {
		const client = await server.guest();
		await send(client, event('lesson.opened', 'mat-khau'), event('lesson.opened', 'ma-otp'));
		const isTheirs = and(eq(enrolment.learnerId, client.me!.id), eq(enrolment.courseId, course));
		expect(await server.db.select().from(enrolment).where(isTheirs)).toHaveLength(1);
	});
});

describe('done', () => {
	it('is never said by opening', async () => {
		const client = await server.guest();
		await send(client, event('lesson.opened', 'mat-khau'));
		expect((await lessonOf(client, 'mat-khau')).doneAt).toBeNull();
	});

	it('is dated by our clock, and the first time stands', async () => {
		const client = await server.guest();
		const before = server.clock.now.getTime();
		await send(client, event('lesson.done', 'mat-khau', { at: '2026-01-02T03:04:05Z' }));
		const { doneAt } = await lessonOf(client, 'mat-khau');
		expect(Date.parse(doneAt)).toBeGreaterThanOrEqual(before);
		server.clock.advance(5000);
		expect((await send(client, event('lesson.done', 'mat-khau'))).accepted).toHaveLength(1);
		expect((await lessonOf(client, 'mat-khau')).doneAt).toBe(doneAt);
		expect(await doneOf(client)).toMatchObject([{ by: 'marked', lessonId: 'mat-khau' }]);
	});
});

describe('a task', () => {
	const item = 'doi-mat-khau';
	const at = (second: number) => `2026-01-02T03:04:0${second}Z`;
	const tick = (second: number) => event('try.done', 'mat-khau', { item, at: at(second) });
	const untick = (second: number) => event('try.undone', 'mat-khau', { item, at: at(second) });

	it.each([
		['ticked', [tick(1)], true],
		['ticked and taken back', [tick(1), untick(2)], false],
		['ticked, taken back, ticked again', [tick(1), untick(2), tick(3)], true],
		['taken back within the same moment', [tick(1), untick(1)], false],
		['ticked again within the same moment', [untick(1), tick(1)], true],
		['reported in the wrong order', [untick(2), tick(1)], false],
	])('%s', async (_what, events, done) => {
		const client = await server.guest();
		await send(client, ...events);
		expect((await lessonOf(client, 'mat-khau')).tries).toEqual(done ? [item] : []);
	});

	it('reported late does not undo what happened after it', async () => {
		const client = await server.guest();
		await send(client, untick(5));
		await send(client, tick(4));
		expect((await lessonOf(client, 'mat-khau')).tries).toEqual([]);
	});
});
