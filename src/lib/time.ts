import type { Locale } from '#schemas/names.ts';

/** Times are told as clocks in Vietnam show them. */
export const timeZone = 'Asia/Ho_Chi_Minh';

/** `9:32`, the same in every language. */
export function formatTime(timestamp: string): string {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hour: 'numeric',
		minute: '2-digit',
	}).formatToParts(new Date(timestamp));
	const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
	return `${Number(part('hour'))}:${part('minute')}`;
}

/** A day in figures, for lists: `7/11/2026`. */
export function formatDay(locale: Locale, timestamp: string): string {
	const tag = { vi: 'vi-VN', km: 'km-KH', en: 'en-GB' }[locale];
	return new Intl.DateTimeFormat(tag, { timeZone, day: 'numeric', month: 'numeric', year: 'numeric' }).format(
		new Date(timestamp),
	);
}

/** Seconds from one moment to another, never below zero. */
export function secondsUntil(timestamp: string, now: number): number {
	return Math.max(0, Math.floor((Date.parse(timestamp) - now) / 1000));
}
