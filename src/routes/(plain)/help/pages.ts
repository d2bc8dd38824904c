import type { Component } from 'svelte';
import { defaultLocale, type Locale } from '#schemas/names.ts';

interface HelpFile {
	default: Component;
	metadata: { title: string; summary: string; order: number };
}
export interface HelpPage {
	id: string;
	/** Language it is in: Vietnamese where there is no translation yet. */
	locale: Locale;
	title: string;
	summary: string;
	order: number;
	Text: Component;
}

/** `pages/<locale>/<id>.md`, through mdsvex. */
const files = import.meta.glob<HelpFile>('./pages/*/*.md', { eager: true });

export function helpPage(id: string, locale: Locale): HelpPage | null {
	for (const of of [locale, defaultLocale] as const) {
		const file = files[`./pages/${of}/${id}.md`];
		if (file) return { id, locale: of, ...file.metadata, Text: file.default };
	}
	return null;
}

export function helpPages(locale: Locale): HelpPage[] {
	const folder = `./pages/${defaultLocale}/`;
	return Object.keys(files)
		.filter((path) => path.startsWith(folder))
		.map((path) => helpPage(path.slice(folder.length, -'.md'.length), locale))
		.filter((page) => page !== null)
		.sort((a, b) => a.order - b.order);
}
