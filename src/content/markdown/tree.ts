/** From the Markdown parser's tree to the allow-listed one. Whatever is not on the list never gets in. */
import type { Code, Image, ImageReference, List, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Node, NodeElement } from '#schemas/node.ts';
import type { Place } from '../source.ts';
import { joinText, tidyBlocks } from './blocks.ts';
import { readBox } from './boxes.ts';
import { endBareAddress, type LinkParts } from './addresses.ts';
import { reportForeignMarkup } from './foreign.ts';
import { Footnotes } from './footnotes.ts';
import { restore } from './marks.ts';
import { imageTag, isAlone, readHeadingId, readHtml, unclosedFence, withoutTags } from './pieces.ts';
import { buildList } from './list.ts';
import { buildTable } from './table.ts';
import type { Tag } from './tag.ts';
import { Definitions, type BlankFound, type Found, type TitleFound, type TreeInput } from './tree-input.ts';

/** Tags that do not close where they opened: in another item of a list, say. */
export class MarkupCrossed extends Error {
	readonly place: Place;
	constructor(place: Place) {
		super('markup crossed');
		this.place = place;
	}
}

/** What is being gathered: a piece of the text, or what stands between two tags. */
interface Frame {
	tag: Tag | null;
	nodes: Node[];
}

const maxNodes = 20_000;
const inlineOnly: ReadonlySet<string> = new Set(
	'a strong em del h2 h3 h4 u mark sup sub kbd abbr'.split(' '),
);

export class TreeBuilder {
	readonly found: Found[] = [];
	readonly blanks: BlankFound[] = [];
	title: TitleFound | null = null;
	readonly #input: TreeInput;
	readonly #definitions: Definitions;
	readonly #footnotes: Footnotes;
	#count = 0;

	constructor(input: TreeInput) {
		this.#input = input;
		this.#definitions = new Definitions(input.root);
		this.#footnotes = new Footnotes(input, (nodes, place) => this.children(nodes, 'li', place));
	}

	build(): Node[] {
		const { root, place, takesTitle } = this.#input;
		const blocks = root.children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
		const [first, ...rest] = blocks;
		if (!takesTitle || first?.type !== 'heading' || first.depth !== 1)
			return [...this.children(blocks, 'root', place(0)), ...this.#footnotes.build()];
		const at = this.#placeOf(first, place(0));
		const { content } = readHeadingId(first.children);
		this.title = { words: allText(this.children(content, 'h2', at)), place: at };
		return [...this.children(rest, 'root', at), ...this.#footnotes.build()];
	}

	children(nodes: readonly RootContent[], parent: string, around: Place): Node[] {
		const frames: Frame[] = [{ tag: null, nodes: [] }];
		for (const node of nodes) {
			this.#count += 1;
			if (this.#count > maxNodes) {
				this.#input.problems.add('too-complex', around, {});
				break;
			}
			const place = this.#placeOf(node, around);
			if (node.type === 'html') this.#html(node.value, frames, place);
			else frames.at(-1)?.nodes.push(...this.#node(node, parent, place));
		}
		const open = frames.at(-1)?.tag;
		if (open) throw new MarkupCrossed(this.#input.sourcePlace(open.start));
		return tidyBlocks(joinText(frames[0]?.nodes ?? []), parent);
	}

	#placeOf(node: Nodes, around: Place): Place {
		const at = node.position?.start.offset;
		return at === undefined ? around : this.#input.place(at);
	}

	/** The lexer's own tags: what stands between two of them is gathered in a frame. */
	#html(value: string, frames: Frame[], place: Place): void {
		for (const { number, name, closing, selfClosing } of readHtml(value)) {
			if (closing) {
				const closed = frames.pop();
				if (!closed?.tag || closed.tag.name !== name) throw new MarkupCrossed(place);
				const element = frames.at(-1)?.nodes.at(-1);
				const children = tidyBlocks(joinText(closed.nodes), name);
				if (typeof element === 'object' && children.length > 0) element.children = children;
				continue;
			}
			const tag = this.#input.tags[number];
			if (!tag) throw new MarkupCrossed(place);
			frames.at(-1)?.nodes.push(this.#tag(tag));
			if (!selfClosing) frames.push({ tag, nodes: [] });
		}
	}

	/** A component or inline element of the author's own: its attributes come from the lexer. */
	#tag(tag: Tag): NodeElement {
		if (tag.name === 'Blank') {
			const node: NodeElement = { name: 'Blank', children: [`(${this.blanks.length + 1}) ____`] };
			this.blanks.push({ node, tag });
			return node;
		}
		const attrs: Record<string, string> = {};
		for (const [name, { value }] of tag.attributes) attrs[name] = restore(value);
		const built: NodeElement = tag.name === 'br' ? { name: 'br' } : { name: tag.name, attrs };
		// Noted before its children, so that what is found stands in the order of the text.
		if (tag.name !== 'br') this.found.push({ node: built, place: this.#input.sourcePlace(tag.start), tag });
		return built;
	}

	#node(node: RootContent, parent: string, place: Place): Node[] {
		switch (node.type) {
			case 'text':
				return [this.#text(node.value, node.position?.start.offset, place)];
			case 'inlineCode':
				return [{ name: 'code', children: [this.#verbatim(node.value).replace(/\n/g, ' ')] }];
			case 'code':
				return [this.#code(node, place)];
			case 'break':
				return [{ name: 'br' }];
			case 'thematicBreak':
				return [{ name: 'hr' }];
			case 'paragraph':
				return [this.#element('p', node.children, place)];
			case 'emphasis':
				return [this.#element('em', node.children, place)];
			case 'strong':
				return [this.#element('strong', node.children, place)];
			case 'delete':
				return [this.#element('del', node.children, place)];
			case 'heading':
				return this.#heading(node.depth, node.children, place);
			case 'blockquote':
				return [this.#quote(node.children, place)];
			case 'list':
				return [this.#list(node, place)];
			case 'table':
				return [buildTable(node, (cell) => this.children(cell.children, 'td', place))];
			case 'link':
				return this.#link(node, parent, place);
			case 'linkReference':
				return this.#link({ ...this.#definitions.of(node), children: node.children }, parent, place);
			case 'image':
			case 'imageReference':
				return this.#image(node, parent, place);
			case 'footnoteReference':
				return this.#footnotes.refer(node.identifier, place);
			default:
				return [];
		}
	}

	#element(name: 'p' | 'em' | 'strong' | 'del', nodes: RootContent[], place: Place): NodeElement {
		const children = this.children(nodes, name, place);
		return children.length > 0 ? { name, children } : { name };
	}

	#text(value: string, at: number | undefined, place: Place): string {
		const words = restore(withoutTags(value, this.#input));
		reportForeignMarkup(words, at, place, this.#input);
		return words;
	}

	#verbatim(value: string): string {
		return restore(withoutTags(value, this.#input));
	}

	#code(node: Code, place: Place): NodeElement {
		const fence = unclosedFence(node, this.#input.code);
		if (fence !== null) this.#input.problems.add('fence-unclosed', place, { fence });
		const children = node.value === '' ? [] : [`${this.#verbatim(node.value)}\n`];
		return { name: 'pre', children: [{ name: 'code', children }] };
	}

	#heading(depth: number, nodes: PhrasingContent[], place: Place): Node[] {
		const name = depth === 2 ? 'h2' : depth === 3 ? 'h3' : depth === 4 ? 'h4' : null;
		if (name === null) this.#input.problems.add('heading-level', place, { level: depth });
		const { id, content } = readHeadingId(nodes);
		const children = this.children(content, name ?? 'p', place);
		if (name === null) return children;
		const built: NodeElement = { name };
		if (id !== null) built.attrs = { id: restore(id) };
		if (children.length > 0) built.children = children;
		this.found.push({ node: built, place });
		return [built];
	}

	#quote(blocks: readonly RootContent[], place: Place): NodeElement {
		const box = readBox(blocks, this.#input.allowed);
		if (!box) return { name: 'blockquote', children: this.children(blocks, 'blockquote', place) };
		const children = this.children(box.content, box.name, place);
		const attrs = box.title === '' ? {} : { attrs: { title: restore(box.title) } };
		return { name: box.name, ...attrs, children };
	}

	#list(list: List, place: Place): NodeElement {
		return buildList(list, (item, content) => {
			const at = this.#placeOf(item, place);
			if (typeof item.checked === 'boolean') this.#input.problems.add('task-list', at, {});
			return this.children(content, 'li', at);
		});
	}

	#link(link: LinkParts, parent: string, place: Place): Node[] {
		const ended = endBareAddress(link);
		const href = restore(withoutTags(ended.url, this.#input));
		const built: NodeElement = { name: 'a', attrs: { href } };
		if (ended.title) built.attrs = { href, title: restore(withoutTags(ended.title, this.#input)) };
		this.found.push({ node: built, place });
		const children = this.children(ended.children, isAlone(ended.children) ? parent : 'a', place);
		const [figure] = children;
		if (typeof figure === 'object' && figure.name === 'Figure') {
			this.#input.problems.add('image-link', place, { href });
			this.found.splice(
				this.found.findIndex(({ node }) => node === built),
				1,
			);
			return children;
		}
		if (children.length > 0) built.children = children;
		return ended.rest === '' ? [built] : [built, restore(ended.rest)];
	}

	#image(node: Image | ImageReference, parent: string, place: Place): Node[] {
		const { url, title } = node.type === 'image' ? node : this.#definitions.of(node);
		const { problems, allowed } = this.#input;
		if (!allowed.has('Figure')) {
			problems.add('component-misplaced', place, { name: 'Figure', parent: undefined });
			return [];
		}
		if (inlineOnly.has(parent)) {
			problems.add('image-not-figure', place, {});
			return [];
		}
		return [this.#tag(imageTag({ node, url, title, alt: node.alt ?? '' }, this.#input))];
	}
}

/** All the text of a tree. */
export function allText(nodes: readonly Node[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : allText(node.children ?? []))).join('');
}
