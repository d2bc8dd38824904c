/** Tags as an author may write them: components, and a few inline elements. */
import { componentAttributes, type ComponentName } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import { nearest } from '../suggest.ts';
import type { Fragment } from './fragment.ts';
import { keepMeaning, readSummary, sameComponent } from './html.ts';
import { inlineElements, type Attribute, type InlineName, type Tag } from './tag.ts';

export function isComponent(name: string): name is ComponentName {
	return Object.hasOwn(componentAttributes, name);
}

export function isInline(name: string): name is InlineName {
	return Object.hasOwn(inlineElements, name);
}

/** Whether it stands for something by itself, and nothing stands in it. */
export function isVoid({ name, block }: Tag): boolean {
	return name === 'br' || (name === 'Figure' && !block);
}

const opening = /<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/y;

/** The allowed tag that starts at `start`, or null: then the `<` is text. */
export function readTag(fragment: Fragment, start: number, problems: Problems): Tag | null {
	opening.lastIndex = start;
	const found = opening.exec(fragment.source);
	const written = found?.[2] ?? '';
	const html = isComponent(written) ? undefined : written.toLowerCase();
	const name = html === undefined ? written : (sameComponentAs(html) ?? html);
	if (!found || !(isComponent(name) || isInline(name))) {
		reportForeign(fragment, start, problems);
		return null;
	}
	const nameEnd = start + found[0].length;
	const attributes = new Map<string, Attribute>();
	const read = readTagAttributes(fragment, nameEnd, { name, html }, attributes, problems);
	if (read.end === -1) {
		problems.add('tag-unfinished', fragment.place(start), { name: written });
		return null;
	}
	const block = isComponent(name) && html !== 'img';
	const tag = { name, start, nameEnd, block, closing: found[1] === '/', attributes, ...read };
	return html === undefined ? tag : meaningOf(tag, html, fragment);
}

function sameComponentAs(html: string): ComponentName | undefined {
	return Object.hasOwn(sameComponent, html) ? sameComponent[html]?.name : undefined;
}

/** An HTML tag as what it means here. */
function meaningOf(tag: Tag, html: string, { source }: Fragment): Tag {
	const attributes = keepMeaning(html, tag.attributes);
	const summary = html === 'details' && !tag.closing ? readSummary(source, tag.end) : null;
	if (!summary) return { ...tag, attributes };
	return { ...tag, end: summary.end, attributes: attributes.set('summary', summary.words) };
}

/** Fills `attributes`; `end` is -1 when the tag never ends. */
function readTagAttributes(
	fragment: Fragment,
	from: number,
	{ name: tag, html }: { name: string; html: string | undefined },
	attributes: Map<string, Attribute>,
	problems: Problems,
): { end: number; selfClosing: boolean } {
	const { source } = fragment;
	const ending = /\s*(\/?)>/y;
	// HTML takes values without quotes, and names without values; our own components do not.
	const attribute =
		html === undefined
			? /\s*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y
			: /\s*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
	for (let at = from; ;) {
		ending.lastIndex = at;
		const ended = ending.exec(source);
		if (ended) return { end: ending.lastIndex, selfClosing: ended[1] === '/' };
		attribute.lastIndex = at;
		const found = attribute.exec(source);
		const value = found?.[2] ?? found?.[3] ?? found?.[4] ?? (html === undefined ? undefined : '');
		if (!found || value === undefined || /\n[ \t]*\n/.test(found[0])) {
			const wrong = at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
			const stop = /[>\n]/.exec(source.slice(wrong));
			if (stop?.[0] !== '>') return { end: -1, selfClosing: false };
			problems.add('attribute-syntax', fragment.place(wrong), { name: tag });
			const end = wrong + stop.index + 1;
			return { end, selfClosing: source[end - 2] === '/' };
		}
		const [whole, name = ''] = found;
		const nameAt = at + whole.indexOf(name);
		if (attributes.has(name)) problems.add('attribute-twice', fragment.place(nameAt), { attribute: name });
		at += whole.length;
		const quotes = /["']$/.test(whole) ? 1 : 0;
		attributes.set(name, { value: value.replace(/\s+/g, ' ').trim(), at: at - value.length - quotes });
	}
}

const html =
	'a applet article aside audio b base big blockquote body button canvas center code del details div dl dt dd em ' +
	'embed font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li ' +
	'link main marquee math meta nav noscript object ol optgroup option p param picture pre s script section select ' +
	'slot small source span strike strong style summary svg table tbody td template textarea tfoot th thead title ' +
	'tr track tt u ul video';
const htmlNames = new Set(html.split(' '));
const componentNames = Object.keys(componentAttributes);

/** Says so when a `<` that opens nothing allowed looks as if it were meant to. */
function reportForeign(fragment: Fragment, start: number, problems: Problems): void {
	const rest = fragment.source.slice(start, start + 1000);
	const found = /^<\/?([A-Za-z][A-Za-z0-9:-]*)(?:[\s/][^<>]*)?>/.exec(rest);
	const name = found?.[1];
	if (found === null || name === undefined) {
		const half = /^<\/?([A-Z][A-Za-z]+)\s+[a-z]+=/.exec(rest)?.[1];
		if (half !== undefined) problems.add('tag-unfinished', fragment.place(start), { name: half });
		return;
	}
	// One word on a pair of tags is enough.
	if (found[0].startsWith('</') && fragment.source.slice(0, start).includes(`<${name}`)) return;
	const suggestion = nearest(name, componentNames);
	const otherCase = suggestion?.toLowerCase() === name.toLowerCase();
	const isHtml = htmlNames.has(name.toLowerCase()) || name.toLowerCase().startsWith('svelte:');
	const isWritten =
		found[0].endsWith('/>') || found[0].includes('=') || fragment.source.includes(`</${name}>`);
	const isMeant = otherCase || (/^[A-Z]/.test(name) && (suggestion !== undefined || isWritten));
	const known = componentNames;
	if (isHtml && !otherCase) problems.add('html-not-allowed', fragment.place(start), { name });
	else if (isMeant) problems.add('component-unknown', fragment.place(start), { name, suggestion, known });
}
