/** Content trees as a sheet sets them; pictures become files. */
import type { Node, NodeElement } from '#schemas/node.ts';
import type { SheetNode } from '../certificates/form-pdf.ts';

/** Of a picture: the file that it becomes on the sheet; null: there is none to print, and its words stand instead. */
export type FileOf = (src: string) => string | null;

const blocks = new Set(['p', 'h2', 'h3', 'h4', 'pre', 'blockquote', 'Steps', 'Details']);
const boxes = new Set(['Tip', 'Warning', 'blockquote']);
/** Millimetres: what an A4 sheet takes beside its margins, and a dot at 96 to the inch. */
const widest = 130;
const dot = 25.4 / 96;

export function sheetNodes(nodes: readonly Node[], fileOf: FileOf): SheetNode[] {
	return nodes.flatMap((node) => (typeof node === 'string' ? [node] : element(node, fileOf)));
}

function element(node: NodeElement, fileOf: FileOf): SheetNode[] {
	const { name, attrs = {}, children = [] } = node;
	const inner = () => sheetNodes(children, fileOf);
	if (name === 'Figure') return picture(attrs, fileOf);
	if (name === 'ul' || name === 'ol') return [{ name, children: items(children, fileOf) }];
	if (name === 'table') return [table(node, fileOf)];
	if (boxes.has(name)) return [{ name: 'box', children: inner() }];
	if (name.startsWith('h') && blocks.has(name))
		return [{ name: 'block', children: [{ name: 'strong', children: inner() }] }];
	if (blocks.has(name)) return [{ name: 'block', children: inner() }];
	return [{ name, children: inner() }];
}

function picture(
	{ src = '', alt = '', caption, width }: Record<string, string>,
	fileOf: FileOf,
): SheetNode[] {
	const file = fileOf(src);
	const said: SheetNode[] = caption ? [{ name: 'block', children: [caption] }] : [];
	if (file === null) return [{ name: 'block', children: [`[${alt}]`] }, ...said];
	const natural = Number(width) * dot;
	return [
		{ name: 'picture', file, alt, width: natural > 0 ? Math.min(natural, widest) : widest / 2 },
		...said,
	];
}

const elements = (nodes: readonly Node[]) =>
	nodes.filter((node): node is NodeElement => typeof node !== 'string');

function items(children: readonly Node[], fileOf: FileOf): SheetNode[][] {
	return elements(children).map(({ children: inner = [] }) => sheetNodes(inner, fileOf));
}

function table({ children = [] }: NodeElement, fileOf: FileOf): SheetNode {
	const rows = elements(children).flatMap((part) =>
		part.name === 'tr' ? [part] : elements(part.children ?? []).filter(({ name }) => name === 'tr'),
	);
	const cells = rows.map((row) => items(row.children ?? [], fileOf));
	const columns = Math.max(1, ...cells.map(({ length }) => length));
	const filled = cells.map((row) => [...row, ...Array.from({ length: columns - row.length }, () => [])]);
	return { name: 'table', columns, children: filled.flat() };
}
