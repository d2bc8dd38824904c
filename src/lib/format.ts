import { isDay } from '#domain/days.ts';
import type { Locale } from '#schemas/names.ts';
import { timeZoneUsed } from './time-zone.ts';

const tags: Record<Locale, string> = { vi: 'vi-VN', km: 'km-KH', en: 'en-GB' };

/** Formatters are dear to make and cheap to use, so each is made once a locale. */
function perLocale<F>(make: (tag: string) => F): (locale: Locale) => F {
	const made = new Map<Locale, F>();
	return (locale) => {
		const formatter = made.get(locale) ?? make(tags[locale]);
		made.set(locale, formatter);
		return formatter;
	};
}

const numbers = Array.from({ length: 21 }, (_, maximumFractionDigits) =>
	perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits })),
);
const whole = numbers[0]!;
const decimal = numbers[1]!;
const percent = perLocale(
	(tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
);
const longDate = perLocale((tag) => longIn(tag, timeZoneUsed()));
/** A date alone is that day everywhere: its midnight is read, and written, in UTC. */
const longDay = perLocale((tag) => longIn(tag, 'UTC'));

function longIn(tag: string, timeZone: string): { format: (date: Date) => string } {
	if (tag !== tags.vi) return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
	const figures = new Intl.DateTimeFormat(tag, {
		day: '2-digit',
		month: 'numeric',
		year: 'numeric',
		timeZone,
	});
	return { format: (date) => inVietnamese(figures.formatToParts(date)) };
}

/** As on the printed certificate and other official papers: `04 tháng 02 năm 2026`, but `04 tháng 3 năm 2026`. */
function inVietnamese(parts: Intl.DateTimeFormatPart[]): string {
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
	const month = Number(part('month'));
	return `${part('day')} tháng ${month < 3 ? `0${month}` : month} năm ${part('year')}`;
}

/** `digits`: after the decimal mark at most, up to 20. */
export function formatNumber(locale: Locale, value: number, digits: 0 | 1 | 2 | 6 | 20 = 0): string {
	return numbers[digits]!(locale).format(value);
}

/** A weight as phones show it: kilobytes, from a thousand of them on megabytes. */
export function formatBytes(locale: Locale, bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	if (kilobytes < 1000) return `${whole(locale).format(kilobytes)} KB`;
	return `${decimal(locale).format(bytes / 1024 / 1024)} MB`;
}

export function formatPercent(locale: Locale, share: number): string {
	return percent(locale).format(share);
}

export function formatDate(locale: Locale, timestamp: string): string {
	return (isDay(timestamp) ? longDay : longDate)(locale).format(new Date(timestamp));
}
