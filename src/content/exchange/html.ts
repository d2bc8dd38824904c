/** Formatted text as HTML that is XML as well. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Parents, Root } from 'mdast';
import { toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { Rich } from './item.ts';
import { blankTag } from './rich.ts';

/** The address of a picture, by the path that it has here. */
export type PlacePicture = (path: string) => string;

/** Elements that Markdown has no signs for. */
const handlers = {
	tag: (state: State, node: Parents & { name: string }): Element => ({
		type: 'element',
		tagName: node.name,
		properties: {},
		children: state.all(node) as ElementContent[],
	}),
	blank: (_: State, node: { index: number }): Element => ({
		type: 'element',
		tagName: blankTag,
		properties: { n: String(node.index) },
		children: [],
	}),
} as unknown as Handlers;

/** A single paragraph is its words, without a `<p>`, unless `whole`. */
export function htmlOf(
	rich: Rich,
	{ place = (path) => path, whole = false }: { place?: PlacePicture; whole?: boolean } = {},
): string {
	const root: Root = { type: 'root', children: structuredClone(rich) };
	const tree = toHast(root, { handlers }) as HtmlRoot;
	const [only, ...more] = tree.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
	const isLine = !whole && more.length === 0 && only?.type === 'element' && only.tagName === 'p';
	const nodes = isLine ? only.children : (tree.children as ElementContent[]);
	placeAll(nodes, place);
	return toHtml(nodes, { closeSelfClosing: true }).replaceAll(']]>', ']]&gt;');
}

function placeAll(nodes: readonly ElementContent[], place: PlacePicture): void {
	for (const node of nodes) {
		if (node.type !== 'element') continue;
		if (node.tagName === 'img') node.properties.src = place(String(node.properties.src));
		placeAll(node.children, place);
	}
}

export function escapeXml(words: string): string {
	return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
