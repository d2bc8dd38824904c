/** `:::tip Title` … `:::`, as other systems write boxes: read as the component that means the same. */
import type { ComponentName } from '#schemas/node.ts';
import type { Fragment } from './fragment.ts';
import type { Attribute, Tag } from './tag.ts';

/** Names of boxes elsewhere, in lower case, and the component that each is here. */
const boxes: Readonly<Record<string, ComponentName>> = {
	tip: 'Tip',
	hint: 'Tip',
	note: 'Tip',
	info: 'Tip',
	important: 'Tip',
	success: 'Tip',
	abstract: 'Tip',
	example: 'Tip',
	warning: 'Warning',
	caution: 'Warning',
	danger: 'Warning',
	error: 'Warning',
	attention: 'Warning',
	details: 'Details',
	dropdown: 'Details',
	spoiler: 'Details',
};

export function boxNamed(name: string): ComponentName | undefined {
	const key = name.toLowerCase();
	return Object.hasOwn(boxes, key) ? boxes[key] : undefined;
}

const opening =
	/(:{3,})[ \t]*\{?\.?(?:callout-)?([A-Za-z]+)\}?[ \t]*(?:\[([^\]\n]*)\]|([^\n]*?))[ \t]*(?=\n|$)/y;
const closing = /(:{3,})[ \t]*(?=\n|$)/y;

/** The tag that a line of colons at `at` stands for, or null: then it is text. `open`: how many of them are open. */
export function readDirective({ source }: Fragment, at: number, open: readonly Tag[]): Tag | null {
	closing.lastIndex = at;
	const closed = closing.exec(source);
	const last = open.at(-1);
	if (closed) return last ? { ...emptyTag(last.name, at, closing.lastIndex), closing: true } : null;
	opening.lastIndex = at;
	const [whole = '', , name = '', bracketed, rest = ''] = opening.exec(source) ?? [];
	const component = boxNamed(name);
	if (component === undefined) return null;
	const tag = { ...emptyTag(component, at, at + whole.length), directive: true };
	const title = (bracketed ?? rest).replace(/\s+/g, ' ').trim();
	const attribute = component === 'Details' ? 'summary' : 'title';
	if (title !== '') tag.attributes.set(attribute, { value: title, at: at + whole.lastIndexOf(title) });
	return tag;
}

function emptyTag(name: Tag['name'], start: number, end: number): Tag {
	const attributes = new Map<string, Attribute>();
	return { name, start, nameEnd: start, end, block: true, closing: false, selfClosing: false, attributes };
}
