import type { Locale } from '#schemas/common.ts';

const tags: Record<Locale, string> = { vi: 'vi-VN', km: 'km-KH', en: 'en-GB' };

export function formatNumber(locale: Locale, value: number, digits = 0): string {
	return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: digits }).format(value);
}

/** A weight as phones show it: kilobytes, from a thousand of them on megabytes. */
export function formatBytes(locale: Locale, bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	if (kilobytes < 1000) return `${formatNumber(locale, kilobytes)} KB`;
	return `${formatNumber(locale, bytes / 1024 / 1024, 1)} MB`;
}

export function formatPercent(locale: Locale, share: number): string {
	return new Intl.NumberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function formatDate(locale: Locale, timestamp: string): string {
	return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' }).format(
		new Date(timestamp),
	);
}
