import { dayOf } from '#domain/days.ts';
import { dateInWords } from '#messages/dates.ts';
import type { Locale } from '#schemas/names.ts';
import { timeZoneUsed } from './time-zone.ts';

/** Khmer is read in Viet Nam: `3,5` and `35.000` there too, where Cambodia writes `3.5` and `35,000`. */
const tags: Record<Locale, string> = { vi: 'vi-VN', km: 'vi-VN', en: 'en-GB' };

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
	perLocale((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits, useGrouping: 'min2' })),
);
const whole = numbers[0]!;
const decimal = numbers[1]!;
const percent = perLocale(
	(tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
);

/**
 * `digits`: after the decimal mark at most, up to 20. Thousands are marked from 10.000 on, so that a year is no price:
 * `2026`, `35.000`.
 */
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

/** A day or the day of a moment, in words: `ngày 26 tháng 11 năm 2026`. */
export function formatDate(locale: Locale, timestamp: string): string {
	const [year = 0, month = 0, day = 0] = dayOf(timestamp, timeZoneUsed()).split('-').map(Number);
	return dateInWords(locale, { day, month, year });
}
