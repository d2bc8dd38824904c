import { defaultLocale, isLocale, type Locale } from '#schemas/names.ts';

/** The language a path begins with, if it begins with one, and the path without it. */
export function splitLocale(path: string): { locale: Locale | null; path: string } {
	const [, first = '', rest = ''] = /^\/([^/?#]*)(.*)$/s.exec(path) ?? [];
	return isLocale(first)
		? { locale: first, path: rest.startsWith('/') ? rest : `/${rest}` }
		: { locale: null, path };
}

/** A link within the site: Vietnamese has no prefix. */
export function localise(locale: Locale, path: string): string {
	return locale === defaultLocale ? path : withPrefix(locale, path);
}

/** A link that changes the language: always with a prefix, so that the choice is remembered. */
export function switchLocale(locale: Locale, url: URL): string {
	const search = new URLSearchParams(url.search);
	for (const key of [...search.keys()]) if (key.startsWith('/')) search.delete(key);
	const query = search.toString();
	return withPrefix(locale, splitLocale(url.pathname).path) + (query === '' ? '' : `?${query}`);
}

function withPrefix(locale: Locale, path: string): string {
	return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
