import { localise } from '#lib/locale.ts';
import { qrOf, type Qr } from '#lib/qr.ts';
import type { Locale } from '#schemas/names.ts';
import { inShort } from './in-short.ts';

/** Where a sheet leads: without `https://`, and to be scanned. */
export interface PaperAddress {
	words: string;
	/** The start page, which is short enough to be typed by hand. */
	start: string;
	qr: Qr;
}

/**
 * The address of a page of ours for paper; `path`: without language. Null where nobody has confirmed where the site is:
 * nothing that is handed out may lead elsewhere.
 */
export function paperAddress(
	{ site, locale }: { site: string | null | undefined; locale: Locale },
	path: string,
): PaperAddress | null {
	if (!site) return null;
	const address = site + localise(locale, path);
	const start = inShort(site + localise(locale, '/')).replace(/\/$/, '');
	return { words: inShort(address), start, qr: qrOf(address, 'M') };
}
