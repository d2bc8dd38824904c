/** `{#id key=value .class}` at the end of a heading or an option. */
import type { Slice } from '../markdown/fragment.ts';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';

export interface Attributes {
	/** Whether there are braces at all. */
	written: boolean;
	id: string | null;
	idPlace: Place;
	classes: { name: string; place: Place }[];
	values: Map<string, { value: string; place: Place }>;
	/** Where `--fix` writes an id, and what stands around it there. */
	insert: { at: number; before: string; after: string };
}

/** Takes the attributes off the end of `slice`. */
export function readAttributes(
	text: Text,
	slice: Slice,
	problems: Problems,
): { attributes: Attributes; rest: Slice } {
	const words = text.raw.slice(slice.start, slice.end);
	const trimmed = slice.start + words.trimEnd().length;
	const attributes = noAttributes(text, slice);
	const opening = words.lastIndexOf('{');
	const inner = opening === -1 ? null : /^\{([^{}]*)(\}?)\s*$/.exec(words.slice(opening));
	// `{50.000}` at the end of a sentence is text.
	if (!inner || !/^\s*(?:#|\.[a-z]|[a-z_]+=)/i.test(inner[1] ?? ''))
		return { attributes, rest: { ...slice, end: trimmed } };
	const at = slice.start + opening;
	if (inner[2] !== '}') problems.add('attributes-unclosed', text.place(at), {});
	attributes.written = true;
	attributes.insert = { at: at + 1, before: '#', after: ' ' };
	for (const { 0: token, index } of (inner[1] ?? '').matchAll(/[^\s]+/g)) {
		readToken(token, text.place(at + 1 + index), attributes, problems);
	}
	const end = slice.start + words.slice(0, opening).trimEnd().length;
	return { attributes, rest: { start: slice.start, end } };
}

/** A class that names no kind: diacritics count in what is typed. */
export const marksClass = 'dau';

/** A class of an option that stands after the others, such as “all of the above”. */
export const lastClass = 'last';

export function noAttributes(text: Text, slice: Slice): Attributes {
	const at = slice.start + text.raw.slice(slice.start, slice.end).trimEnd().length;
	return {
		written: false,
		id: null,
		idPlace: text.place(slice.start),
		classes: [],
		values: new Map(),
		insert: { at, before: ' {#', after: '}' },
	};
}

function readToken(token: string, place: Place, attributes: Attributes, problems: Problems): void {
	const [key = '', ...rest] = token.split('=');
	if (token.startsWith('#')) {
		if (attributes.id !== null) problems.add('attributes-syntax', place, { token });
		attributes.id = token.slice(1);
		attributes.idPlace = place;
	} else if (token.startsWith('.') && token.length > 1) {
		attributes.classes.push({ name: token.slice(1), place });
	} else if (rest.length > 0 && key !== '') {
		const value = rest.join('=').replace(/^"(.*)"$/, '$1');
		attributes.values.set(key, { value, place });
	} else {
		problems.add('attributes-syntax', place, { token });
	}
}

/** The id with what stands around it; null where it is missing, or where it was said why it cannot be used. */
export function checkedId(
	attributes: Attributes,
	problems: Problems,
): { id: string | null; attributes: Attributes } {
	const { id, idPlace } = attributes;
	if (id === 'constructor') problems.add('id-reserved', idPlace, { id });
	else if (id !== null && (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 64)) {
		problems.add('id-pattern', idPlace, { id });
	} else return { id, attributes };
	// Not missing, but unusable: nothing is written over it.
	return { id: null, attributes };
}
