/** HTML that lessons elsewhere are full of and that harms nobody: taken as what it means here. */
import type { ComponentName } from '#schemas/node.ts';
import { inlineElements, type Attribute, type InlineName } from './tag.ts';

/** Elements that are a component here, and the name that each attribute has there. */
export const sameComponent: Readonly<
	Record<string, { name: ComponentName; attributes: Readonly<Record<string, string>> }>
> = {
	img: { name: 'Figure', attributes: { src: 'src', alt: 'alt', title: 'caption' } },
	details: { name: 'Details', attributes: {} },
};

/** Attributes for looks and for programs that are not there: nothing is lost without them. */
const dropped =
	/^(?:align|alt|border|class|crossorigin|decoding|dir|height|hspace|id|lang|loading|name|open|referrerpolicy|rel|role|sizes|srcset|style|target|title|type|valign|vspace|width|(?:aria|data)-[\w-]+)$/i;

/** Takes out what says nothing here. What is neither known nor harmless stays, to be told of. */
export function keepMeaning(tag: string, attributes: ReadonlyMap<string, Attribute>): Map<string, Attribute> {
	const names: Readonly<Record<string, string>> = Object.hasOwn(sameComponent, tag)
		? (sameComponent[tag]?.attributes ?? {})
		: Object.fromEntries((inlineElements[tag as InlineName] ?? []).map((name) => [name, name]));
	const kept = new Map<string, Attribute>();
	for (const [written, attribute] of attributes) {
		const name = written.toLowerCase();
		const known = Object.hasOwn(names, name) ? names[name] : undefined;
		if (known !== undefined) kept.set(known, attribute);
		else if (!dropped.test(name)) kept.set(written, attribute);
	}
	return kept;
}

const summary = /\s*<summary(?:\s[^<>]*)?>([^]{0,400}?)<\/summary\s*>/iy;

/** `<summary>…</summary>` behind `<details>`: its words without their marks, and where it ends. */
export function readSummary(source: string, at: number): { words: Attribute; end: number } | null {
	summary.lastIndex = at;
	const found = summary.exec(source);
	if (!found) return null;
	const inner = found[1] ?? '';
	const value = inner
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/\*\*|__|`/g, '')
		.replace(/\s+/g, ' ')
		.trim();
	const start = at + found[0].indexOf('>') + 1;
	return { words: { value, at: start }, end: summary.lastIndex };
}
