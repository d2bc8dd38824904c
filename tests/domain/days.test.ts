import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, endAt, endOfDay, lastMomentOf } from '#domain/days.ts';

const vietnam = 'Asia/Ho_Chi_Minh';

it.each([
	['2026-11-25T16:59:59.999Z', vietnam, '2026-11-25'],
	['2026-11-25T17:00:00.000Z', vietnam, '2026-11-26'],
	['2026-11-25T00:30:00+07:00', vietnam, '2026-11-25'],
	['2026-12-31T17:00:00.000Z', vietnam, '2027-01-01'],
	['2026-11-25', vietnam, '2026-11-25'],
	['2026-11-25', 'America/New_York', '2026-11-25'],
	['2026-11-25T03:00:00.000Z', 'America/New_York', '2026-11-24'],
])('%s in %s is on %s', (moment, zone, day) => {
	expect(dayOf(moment, zone)).toBe(day);
});

it.each([
	['2026-11-25', vietnam, '2026-11-25T16:59:59.999Z'],
	['2026-11-25', 'UTC', '2026-11-25T23:59:59.999Z'],
	// Days of 25 and 23 hours.
	['2026-10-25', 'Europe/Paris', '2026-10-25T22:59:59.999Z'],
	['2026-03-29', 'Europe/Paris', '2026-03-29T21:59:59.999Z'],
	['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.999Z'],
])('%s in %s ends at %s', (day, zone, end) => {
	expect(new Date(endOfDay(day, zone)).toISOString()).toBe(end);
});

it('a day ends on that day, and the next millisecond is on the next', () => {
	const zones = fc.constantFrom(vietnam, 'UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu');
	const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(moments, zones, (moment, zone) => {
			const day = dayOf(moment.getTime(), zone);
			const end = lastMomentOf(moment.getTime(), zone);
			expect(end).toBeGreaterThanOrEqual(moment.getTime());
			expect(dayOf(end, zone)).toBe(day);
			expect(dayOf(end + 1, zone) > day).toBe(true);
			expect(lastMomentOf(end, zone)).toBe(end);
		}),
	);
});

it('refuses what is no day', () => {
	expect(() => endOfDay('mai sau', vietnam)).toThrow(RangeError);
});

it.each([
	['2026-12-20T17:00:00Z', vietnam, '24:00', '20/12/2026'],
	['2026-12-20T16:59:00Z', vietnam, '23:59', '20/12/2026'],
	['2026-12-31T17:00:00Z', vietnam, '24:00', '31/12/2026'],
	['2026-12-20T17:00:00Z', 'America/New_York', '12:00', '20/12/2026'],
])('what ends at %s in %s ends at %s on %s', (end, zone, time, date) => {
	expect(endAt(new Date(end), zone)).toEqual({ time, date });
});
