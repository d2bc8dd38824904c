/** Tags as an author may write them: components, and a few inline elements. */
import { componentAttributes, type ComponentName } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import { nearest } from '../suggest.ts';
import type { Fragment } from './fragment.ts';

export const inlineElements = { sup: [], sub: [], kbd: [], br: [], abbr: ['title'] } as const;
export type InlineName = keyof typeof inlineElements;

export interface Attribute {
	value: string;
	/** Where its value starts in the fragment. */
	at: number;
}

export interface Tag {
	name: ComponentName | InlineName;
	/** Where `<` is, where the name ends, and what follows `>`, in the fragment. */
	start: number;
	nameEnd: number;
	end: number;
	closing: boolean;
	selfClosing: boolean;
	attributes: Map<string, Attribute>;
}

export function isComponent(name: string): name is ComponentName {
	return Object.hasOwn(componentAttributes, name);
}

export function isInline(name: string): name is InlineName {
	return Object.hasOwn(inlineElements, name);
}

const opening = /<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/y;

/** The allowed tag that starts at `start`, or null: then the `<` is text. */
export function readTag(fragment: Fragment, start: number, problems: Problems): Tag | null {
	const { source } = fragment;
	opening.lastIndex = start;
	const found = opening.exec(source);
	const name = found?.[2] ?? '';
	if (!found || !(isComponent(name) || isInline(name))) {
		reportForeign(fragment, start, problems);
		return null;
	}
	const nameEnd = start + found[0].length;
	const closing = found[1] === '/';
	const attributes = new Map<string, Attribute>();
	const { end, selfClosing } = readTagAttributes(fragment, nameEnd, name, attributes, problems);
	if (end === -1) {
		problems.add('tag-unfinished', fragment.place(start), { name });
		return null;
	}
	return { name, start, nameEnd, end, closing, selfClosing, attributes };
}

/** Fills `attributes`; `end` is -1 when the tag never ends. */
function readTagAttributes(
	fragment: Fragment,
	from: number,
	tag: string,
	attributes: Map<string, Attribute>,
	problems: Problems,
): { end: number; selfClosing: boolean } {
	const { source } = fragment;
	const ending = /\s*(\/?)>/y;
	const attribute = /\s*([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;
	for (let at = from; ;) {
		ending.lastIndex = at;
		const ended = ending.exec(source);
		if (ended) return { end: ending.lastIndex, selfClosing: ended[1] === '/' };
		attribute.lastIndex = at;
		const found = attribute.exec(source);
		const value = found?.[2] ?? found?.[3];
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
		attributes.set(name, { value: value.replace(/\s+/g, ' ').trim(), at: at - value.length - 1 });
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
