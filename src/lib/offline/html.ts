/** Reads and dresses pages as text: a worker has no document. */
import { isOfApi } from '#schemas/address.ts';
import type { Look } from './messages.ts';

export interface PageRead extends Look {
	/** Whom it was made for. */
	learner: string | null;
	isShared: boolean;
}

const head = /<html lang="(\w+)" data-theme="(\w+)" data-size="(\w+)"/;

/** Null for what is no page of ours: the sign-in page of a public network, say. */
export function readPage(html: string): PageRead | null {
	const [, locale, theme, size] = head.exec(html) ?? [];
	if (!locale) return null;
	const [main = ''] = /<main[^>]*>/.exec(html) ?? [];
	const [, learner = null] = /data-learner="([^"]+)"/.exec(main) ?? [];
	return { locale, theme, size, learner, isShared: main.includes('data-leaves="shared"') } as PageRead;
}

/** The page as this reader likes it, marked as one that comes from the device. */
export function dressed(html: string, look: Look | null, reader: string | null): string {
	return html.replace(
		head,
		(_all, locale: string, theme: string, size: string) =>
			`<html lang="${locale}" data-theme="${look?.theme ?? theme}" data-size="${look?.size ?? size}" data-kept` +
			(reader ? ` data-reader="${reader}"` : ''),
	);
}

/** What a page cannot be shown without: styles, scripts and pictures, each once. Sound and films are no part of it. */
export function needsOf(html: string): string[] {
	const ours = /\s(?:src|href|poster)="(\/(?:_app\/immutable\/|art\/|mark\.svg|favicon\.svg)[^"]*)"/g;
	const pictures = /<img\s[^>]*?\bsrc="(\/[^"]+)"/g;
	const imported = /\bimport\(["'](\/_app\/immutable\/[^"']+)["']\)/g;
	const patterns = [ours, pictures, imported];
	const found = patterns.flatMap((each) => [...html.matchAll(each)].map(([, path = '']) => path));
	const files = [...new Set(found)].filter((path) => !isOfApi(path) || path.includes('/media/'));
	return [...files, ...keysFor(html)];
}

/** Where the keys are by which a lesson's practice is judged without a network; none for a page without practice. */
function keysFor(html: string): string[] {
	if (!html.includes('data-check="')) return [];
	const [, keys] = /<article[^>]*\sdata-keys="([^"]+)"/.exec(html) ?? [];
	return keys ? [keys.replaceAll('&amp;', '&')] : [];
}

/** The files that a script of ours imports, at once or later. */
export function importsOf(script: string, path: string): string[] {
	const found = [...script.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)];
	return [...new Set(found.map(([, name = '']) => new URL(name, `http://x${path}`).pathname))];
}

/** How many questions an attempt has, by the row of numbers on each of its screens. */
export function screensIn(html: string): number {
	return html.split('data-number="').length - 1;
}
