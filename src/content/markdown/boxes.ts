/** `> [!NOTE]`, as GitHub and Obsidian write boxes. */
import type { RootContent } from 'mdast';
import type { ComponentName } from '#schemas/node.ts';
import { boxNamed } from './directives.ts';
import type { AllowedTags } from './tag-stack.ts';

export interface Box {
	name: ComponentName;
	title: string;
	content: RootContent[];
}

const head = /^\[!([A-Za-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** The box that a quotation is, or null: then it is a quotation. */
export function readBox(blocks: readonly RootContent[], allowed: AllowedTags): Box | null {
	const [first, ...rest] = blocks;
	if (first?.type !== 'paragraph') return null;
	const [words, ...more] = first.children;
	if (words?.type !== 'text') return null;
	const [written, name = '', title = ''] = head.exec(words.value) ?? [];
	const component = boxNamed(name);
	if (written === undefined || (component !== 'Tip' && component !== 'Warning')) return null;
	if (!allowed.has(component)) return null;
	const left = words.value.slice(written.length);
	const paragraph = [...(left === '' ? [] : [{ ...words, value: left }]), ...more];
	const content = paragraph.length > 0 ? [{ ...first, children: paragraph }, ...rest] : rest;
	return content.length > 0 ? { name: component, title: title.trim(), content } : null;
}
