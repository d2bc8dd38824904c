import { defaultLocale, type Locale } from '#schemas/names.ts';

/**
 * The language to show something in that is there in `available` languages: the one wanted, else the source
 * language, else Vietnamese, else the first there is. Nothing available: the source language.
 */
export function pickLocale(available: readonly Locale[], wanted: Locale, source: Locale): Locale {
	const preferred = [wanted, source, defaultLocale] as const;
	return preferred.find((locale) => available.includes(locale)) ?? available[0] ?? source;
}
