/** Times and days in figures, as clocks in Vietnam show them, whatever languages the browser speaks. */
import { expect, it } from 'vitest';
import { messagesFor } from '#messages/index.ts';
import { formatDate } from '#lib/format.ts';
import { formatDay, formatTime } from '#lib/time.ts';

it.each([
	['2026-11-26T02:05:59.000Z', '26/11/2026', '9:05'],
	['2026-11-06T17:00:00.000Z', '7/11/2026', '0:00'],
	['2026-12-31T16:59:59.999Z', '31/12/2026', '23:59'],
	['2026-12-31T17:00:00.000Z', '1/1/2027', '0:00'],
])('%s is %s, %s', (timestamp, day, time) => {
	expect([formatDay(timestamp), formatTime(timestamp)]).toEqual([day, time]);
});

it('a day alone is that day, whatever the time zone', () => {
	expect(formatDate('en', '2027-11-25')).toBe('25 November 2027');
	expect(formatDate('en', '2027-11-24T17:00:00.000Z')).toBe('25 November 2027');
});

it.each([
	['2026-11-27', '27 tháng 11 năm 2026'],
	['2026-02-04', '04 tháng 02 năm 2026'],
	['2026-03-03T17:00:00.000Z', '04 tháng 3 năm 2026'],
])('in Vietnamese %s is “%s”, as on the printed certificate', (written, said) => {
	expect(formatDate('vi', written)).toBe(said);
	const [day = 0, month = 0, year = 0] = (said.match(/\d+/g) ?? []).map(Number);
	expect(messagesFor('vi').pdf.date({ day, month, year })).toBe(`ngày ${said}`);
});
