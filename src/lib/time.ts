/** Times are told as clocks of the platform's time zone show them. */
import { timeZoneUsed } from './time-zone.ts';

// Made once, since it is dear to make. Only figures are taken from it, so that no browser's own languages show.
let made: Intl.DateTimeFormat | undefined;
function clock(): Intl.DateTimeFormat {
	made ??= new Intl.DateTimeFormat('en-GB', {
		timeZone: timeZoneUsed(),
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
	});
	return made;
}

/** `09:32`, as phones show it, so that nobody takes `04:17` for the afternoon; the same in every language. */
export function formatTime(timestamp: string): string {
	const { hour = '', minute } = figures(timestamp);
	return `${hour.padStart(2, '0')}:${minute}`;
}

/** A day in figures, for lists, the same in every language: `7/11/2026`. */
export function formatDay(timestamp: string): string {
	const { day, month, year } = figures(timestamp);
	return `${Number(day)}/${Number(month)}/${year}`;
}

/** A day as names of files have it: `2026-11-07`. */
export function dayForFile(timestamp: string): string {
	const { day = '', month = '', year } = figures(timestamp);
	return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A moment in figures, the same in every language: `7/11/2026, 09:32`. */
export function formatMoment(timestamp: string): string {
	return `${formatDay(timestamp)}, ${formatTime(timestamp)}`;
}

/** Whether a moment is on the same day as another. */
export function isSameDay(one: string, other: string): boolean {
	return formatDay(one) === formatDay(other);
}

function figures(timestamp: string): Record<string, string> {
	const parts = clock().formatToParts(new Date(timestamp));
	return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** Seconds from one moment to another, never below zero. */
export function secondsUntil(timestamp: string, now: number): number {
	return Math.max(0, Math.floor((Date.parse(timestamp) - now) / 1000));
}
