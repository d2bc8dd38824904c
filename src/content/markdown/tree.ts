/** From Svelte's parse of mdsvex's output to the allow-listed tree. Whatever is not on the list never gets in. */
import { parse, type AST } from 'svelte/compiler';
import { elementNames, type ElementName, type Node, type NodeElement } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../source.ts';
import { joinText, tidyBlocks } from './blocks.ts';
import { restore } from './marks.ts';
import { isComponent, isInline, type Tag } from './tags.ts';

export interface TreeInput {
	html: string;
	tags: readonly Tag[];
	/** Addresses of links as the author wrote them, by the number that each link carries. */
	links: readonly string[];
	/** Place of a character of what mdsvex got. */
	place: (at: number) => Place;
	/** Place of a character of the fragment. */
	sourcePlace: (at: number) => Place;
	problems: Problems;
}

export interface Found {
	node: NodeElement;
	place: Place;
	tag?: Tag;
}

export interface Tree {
	nodes: Node[];
	/** Components, links and headings, in the order of the text. */
	found: Found[];
	/** Offset in the file of a character of the fragment, for the tags' positions. */
	origin: (at: number) => number;
}

const maxNodes = 20_000;
const elements: ReadonlySet<string> = new Set(elementNames);
const isElement = (name: string): name is ElementName => elements.has(name);

export function buildTree(input: TreeInput): Omit<Tree, 'origin'> {
	const root = parse(input.html, { modern: true });
	const builder = new TreeBuilder(input);
	const nodes = builder.children(root.fragment, 'root', { file: '', line: 1, column: 1 });
	return { nodes, found: builder.found };
}

type Element = Extract<AST.Fragment['nodes'][number], { fragment: AST.Fragment; attributes: unknown[] }>;

class TreeBuilder {
	readonly found: Found[] = [];
	readonly #input: TreeInput;
	#count = 0;

	constructor(input: TreeInput) {
		this.#input = input;
	}

	children(fragment: AST.Fragment, parent: string, around: Place): Node[] {
		const nodes: Node[] = [];
		for (const node of fragment.nodes) {
			this.#count += 1;
			if (this.#count > maxNodes) {
				this.#input.problems.add('too-complex', around, {});
				break;
			}
			if (node.type === 'Text') nodes.push(restore(node.data));
			else if (node.type === 'RegularElement' || node.type === 'Component') {
				nodes.push(...this.#element(node, around));
			} else if (node.type !== 'Comment') {
				this.#input.problems.add('element-not-allowed', around, { name: node.type });
			}
		}
		return tidyBlocks(joinText(nodes), parent);
	}

	#element(node: Element, around: Place): Node[] {
		const attributes = literals(node);
		const number = attributes.get('n');
		const tag = number === undefined ? undefined : this.#input.tags[Number(number)];
		if (tag?.name === node.name) return [this.#tag(node, tag)];
		const at = Number(attributes.get('data-at'));
		const place = attributes.has('data-at') ? this.#input.place(at) : around;
		const name = this.#nameOf(node.name, place);
		const children = name === 'br' || name === 'hr' ? [] : this.children(node.fragment, name ?? '', place);
		if (name === null) return children;
		const attrs = this.#attributes(name, attributes);
		const built: NodeElement = { name };
		if (Object.keys(attrs).length > 0) built.attrs = attrs;
		if (children.length > 0) built.children = children;
		if (name === 'a' || /^h\d$/.test(name)) this.found.push({ node: built, place });
		return [built];
	}

	/** The element's name when it is on the list; null, and a word on it, when it is not. */
	#nameOf(name: string, place: Place): ElementName | null {
		const { problems } = this.#input;
		if (isElement(name)) return name;
		if (/^h[1-6]$/.test(name)) problems.add('heading-level', place, { level: Number(name[1]) });
		else if (name === 'img') problems.add('image-not-figure', place, {});
		else if (name === 'input') problems.add('task-list', place, {});
		else problems.add('element-not-allowed', place, { name });
		return null;
	}

	/** A component or inline element of the author's own: its attributes come from the lexer. */
	#tag(node: Element, tag: Tag): NodeElement {
		const place = this.#input.sourcePlace(tag.start);
		const attrs: Record<string, string> = {};
		for (const [name, { value }] of tag.attributes) attrs[name] = restore(value);
		const built: NodeElement = { name: tag.name, attrs };
		// Noted before its children, so that what is found stands in the order of the text.
		if (isComponent(tag.name) || isInline(tag.name)) this.found.push({ node: built, place, tag });
		const children = this.children(node.fragment, tag.name, place);
		if (children.length > 0) built.children = children;
		return built;
	}

	#attributes(name: ElementName, given: Map<string, string>): Record<string, string> {
		const attrs: Record<string, string> = {};
		const title = given.get('title');
		const align = given.get('align');
		if (name === 'a') attrs.href = restore(this.#input.links[Number(given.get('data-link'))] ?? '');
		if (name === 'a' && title) attrs.title = restore(title);
		if ((name === 'th' || name === 'td') && align && /^(left|center|right)$/.test(align)) attrs.align = align;
		if (name === 'ol' && /^\d{1,9}$/.test(given.get('start') ?? '')) attrs.start = given.get('start') ?? '1';
		return attrs;
	}
}

/** Attributes whose value is plain text. */
function literals(node: Element): Map<string, string> {
	const values = new Map<string, string>();
	for (const attribute of node.attributes) {
		if (attribute.type !== 'Attribute') continue;
		const [first, ...more] = Array.isArray(attribute.value) ? attribute.value : [];
		if (first?.type === 'Text' && more.length === 0) values.set(attribute.name, first.data);
	}
	return values;
}

/** All the text of a tree. */
export function allText(nodes: readonly Node[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : allText(node.children ?? []))).join('');
}
