/** Times and days in figures, as clocks in Vietnam show them, whatever languages the browser speaks. */
import { expect, it } from 'vitest';
import { formatDate, formatNumber } from '#lib/format.ts';
import { rescueName } from '#lib/outbox/rescue.ts';
import { formatDay, formatTime } from '#lib/time.ts';

it.each([
	['2026-11-26T02:05:59.000Z', '26/11/2026', '09:05'],
	['2026-11-06T17:00:00.000Z', '7/11/2026', '00:00'],
	['2026-12-31T16:59:59.999Z', '31/12/2026', '23:59'],
	['2026-12-31T17:00:00.000Z', '1/1/2027', '00:00'],
])('%s is %s, %s', (timestamp, day, time) => {
	expect([formatDay(timestamp), formatTime(timestamp)]).toEqual([day, time]);
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('a day alone is that day, whatever the time zone', () => {
	expect(plain(formatDate('en', '2027-11-25'))).toBe('25 November 2027');
	expect(plain(formatDate('en', '2027-11-24T17:00:00.000Z'))).toBe('25 November 2027');
});

it.each([
	['vi', '2026-11-27', 'ngày 27 tháng 11 năm 2026'],
	['vi', '2026-02-04', 'ngày 04 tháng 02 năm 2026'],
	['vi', '2026-03-03T17:00:00.000Z', 'ngày 04 tháng 3 năm 2026'],
	['km', '2026-02-04', 'ថ្ងៃទី 4 ខែកុម្ភៈ ឆ្នាំ 2026'],
	['en', '2026-11-27', '27 November 2026'],
] as const)(
	'in %s %s is “%s”, as on the printed certificate, a figure never at the head of a line',
	(locale, written, said) => {
		expect(plain(formatDate(locale, written))).toBe(said);
		expect(formatDate(locale, written)).not.toMatch(/[^\d\s]\x20\d/);
	},
);

it.each([
	['vi', 2026, 0, '2026'],
	['vi', 35_000, 0, '35.000'],
	['vi', 2.335, 2, '2,34'],
	['km', 2026, 0, '2026'],
	['km', 35_000, 0, '35.000'],
	['km', 3.5, 20, '3,5'],
	['en', 2026, 0, '2026'],
	['en', 35_000.5, 20, '35,000.5'],
] as const)('in %s %d is written as its readers do, and a year as one', (locale, value, digits, said) => {
	expect(formatNumber(locale, value, digits)).toBe(said);
});

it('a file is named by the day of the platform, not of Greenwich', () => {
	expect(rescueName(Date.parse('2026-11-26T18:30:00Z'))).toBe('cung-hoc-2026-11-27.json');
});
