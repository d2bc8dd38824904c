import type { List, ListItem, RootContent } from 'mdast';
import type { Node, NodeElement } from '#schemas/node.ts';

/** In a list without blank lines between its items, their words are no paragraphs. */
export function buildList(list: List, read: (item: ListItem, content: RootContent[]) => Node[]): NodeElement {
	const isLoose = (list.spread ?? false) || list.children.some(({ spread }) => spread);
	const items = list.children.map((item): NodeElement => {
		const content: RootContent[] = item.children;
		const children = read(item, isLoose ? content : content.flatMap(unwrapped));
		return children.length > 0 ? { name: 'li', children } : { name: 'li' };
	});
	const starts = list.ordered && typeof list.start === 'number' && list.start !== 1;
	const attrs = starts ? { attrs: { start: String(list.start) } } : {};
	return { name: list.ordered ? 'ol' : 'ul', ...attrs, children: items };
}

function unwrapped(block: RootContent): RootContent[] {
	return block.type === 'paragraph' ? block.children : [block];
}
