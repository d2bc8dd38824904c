import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '#domain/days.ts';
import { isInWeekOf, weekBegins } from '#domain/week.ts';

const vietnam = 'Asia/Ho_Chi_Minh';

it.each([
	// Friday, Monday's first and Sunday's last moment, each in Vietnam.
	['2026-11-27T05:00:00.000Z', vietnam, '2026-11-22T17:00:00.000Z'],
	['2026-11-22T17:00:00.000Z', vietnam, '2026-11-22T17:00:00.000Z'],
	['2026-11-22T16:59:59.999Z', vietnam, '2026-11-15T17:00:00.000Z'],
	['2026-11-27', 'UTC', '2026-11-23T00:00:00.000Z'],
	// The clocks were put back on Sunday.
	['2026-10-25T22:59:59.999Z', 'Europe/Paris', '2026-10-18T22:00:00.000Z'],
	['2026-10-25T23:00:00.000Z', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
	// Over the turn of the year.
	['2027-01-02T10:00:00.000Z', vietnam, '2026-12-27T17:00:00.000Z'],
])('the week of %s in %s begins at %s', (moment, zone, begin) => {
	expect(new Date(weekBegins(moment, zone)).toISOString()).toBe(begin);
});

it('a week begins on a Monday, is no longer than its hours, and is the same for all that is in it', () => {
	const zones = fc.constantFrom(vietnam, 'UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu');
	const moments = fc.date({ min: new Date('2000-01-08'), max: new Date('2100-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(moments, zones, (date, zone) => {
			const moment = date.getTime();
			const begin = weekBegins(moment, zone);
			expect(new Date(dayOf(begin, zone)).getUTCDay()).toBe(1);
			expect(begin).toBeLessThanOrEqual(moment);
			expect(moment - begin).toBeLessThan((7 * 24 + 1) * 3_600_000);
			expect(isInWeekOf(begin, moment, zone)).toBe(true);
			expect(isInWeekOf(begin - 1, moment, zone)).toBe(false);
		}),
	);
});
