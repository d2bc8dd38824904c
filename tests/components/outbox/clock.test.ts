/** A device whose clock is ahead of the server's. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearClock, isAhead, notAhead } from '#lib/outbox/clock.ts';
import { doneEntry } from '#lib/outbox/lesson.ts';
import { send } from '#lib/outbox/send.ts';

const day = 24 * 3_600_000;
const real = Date.parse('2026-11-27T08:00:00Z');
const place = {
	course: 'ai',
	lesson: 'mot',
	version: '0f',
	locale: 'vi',
	learner: 'tam',
	title: 'Bài 1',
	page: '/',
};
const iso = (time: number) => new Date(time).toISOString();

beforeEach(() => void vi.useFakeTimers({ now: real, toFake: ['Date'] }));
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	hearClock(new Date().toUTCString());
});

describe('when something was done', () => {
	it.each([
		['is said as it is by a clock that is right', 0, -3 * day, -3 * day],
		['is not later than it is now', 0, 40 * day, 0],
		['is not later than it is at the server', 40 * day, 40 * day, 0],
		['stays where it is far enough back', 40 * day, -2 * day, -2 * day],
		['is left alone by a clock that is behind', -40 * day, -41 * day, -41 * day],
	])('%s', (_name, ahead, done, said) => {
		vi.setSystemTime(real + ahead);
		hearClock(new Date(real).toUTCString());
		expect(notAhead(iso(real + done))).toBe(iso(real + said));
	});

	it('is as it was where a reply tells no time', () => {
		hearClock(null);
		hearClock('hôm nay');
		expect(notAhead(iso(real))).toBe(iso(real));
	});
});

it('what is refused since the clock is ahead is sent once more, at the time that the reply has told', async () => {
	vi.setSystemTime(real + 40 * day);
	hearClock(new Date(real + 40 * day).toUTCString());
	const entry = doneEntry({ ...place, at: Date.now() });
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (_address: string, { body }: { body: string }) => {
		const [{ id, at }] = (JSON.parse(body) as { events: { id: string; at: string }[] }).events as [
			{ id: string; at: string },
		];
		asked.push(at);
		const isFar = Date.parse(at) > real + day;
		const reply = isFar
			? { accepted: [], duplicate: [], rejected: [{ id, reason: 'too far ahead' }] }
			: { accepted: [id], duplicate: [], rejected: [] };
		return Response.json(reply, { headers: { date: new Date(real).toUTCString() } });
	});
	expect(await send(entry)).toMatchObject({ kind: 'saved' });
	expect(asked).toEqual([iso(real + 40 * day), iso(real)]);
	expect(isAhead(entry)).toBe(true);
});
