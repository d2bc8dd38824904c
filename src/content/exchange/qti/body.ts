/** The words of a QTI item, without its interactions. */
import type { Element, ElementContent } from 'hast';
import type { Change, Rich } from '../item.ts';
import { blankElement, fromHast, plainText, type FindPicture } from '../rich.ts';
import { childOf, childrenOf, wordsOf, type XmlElement, type XmlNode } from '../xml/parse.ts';
import { criteriaUse } from './declared.ts';
import { allOf } from './tree.ts';

export const isInteraction = ({ name }: XmlElement) => name.endsWith('Interaction');
export const isInline = ({ name }: XmlElement) => /^(?:inlineChoice|textEntry)Interaction$/.test(name);

/** Stands for what is to be filled in. */
const blank = '_____';

/** Reads texts of one item, and notes what they lose. */
export class Texts {
	readonly changes = new Set<Change>();
	readonly #find: FindPicture;
	/** Where several blanks stand in the text: the number of the next. */
	#next: number | null = null;

	constructor(find: FindPicture) {
		this.#find = find;
	}

	/** What stands in an element, without remarks that are shown after an answer. */
	rich(element: XmlElement | undefined): Rich {
		const children = (element?.children ?? []).flatMap((child) => this.#node(child));
		return fromHast({ type: 'root', children }, this.changes, this.#find);
	}

	plain(element: XmlElement | undefined): string {
		return plainText(this.rich(element));
	}

	/** The question: the body, with the prompts of its interactions. A line with a blank alone says nothing. */
	question(itemBody: XmlElement | undefined, hasBlanks: boolean): Rich {
		if (hasBlanks) this.#next = 0;
		return this.rich(itemBody).filter((each) => plainText([each]) !== blank || each.type === 'code');
	}

	/** The remark within an option. */
	remark(option: XmlElement): string {
		return childrenOf(option, 'feedbackInline')
			.map((each) => plainText(this.#content(each)))
			.join(' ')
			.trim();
	}

	#content(element: XmlElement): Rich {
		const children = element.children.flatMap((child) => this.#node(child));
		return fromHast({ type: 'root', children }, this.changes, this.#find);
	}

	#node(node: XmlNode): ElementContent[] {
		if (typeof node === 'string') return [{ type: 'text', value: node }];
		if (isInline(node)) return [this.#blank()];
		if (isInteraction(node)) return this.#element('div', childOf(node, 'prompt'));
		switch (node.name) {
			case 'feedbackInline':
			case 'feedbackBlock':
				return [];
			case 'rubricBlock':
				if (/\bcandidate\b/.test(node.attributes.view ?? '')) return this.#element('div', node);
				if (node.attributes.use !== criteriaUse) this.changes.add('rubric');
				return [];
			case 'object':
				return pictureOf(node);
			default:
				return this.#element(node.name.toLowerCase(), node);
		}
	}

	#blank(): ElementContent {
		if (this.#next === null) return { type: 'text', value: blank };
		this.#next += 1;
		return blankElement(this.#next - 1);
	}

	#element(tagName: string, node: XmlElement | undefined): Element[] {
		if (!node) return [];
		const children = node.children.flatMap((child) => this.#node(child));
		return [{ type: 'element', tagName, properties: { ...node.attributes }, children }];
	}
}

/** `<object data="…" type="image/png">words</object>` is a picture. */
function pictureOf(object: XmlElement): Element[] {
	const { data: src = '', type = '' } = object.attributes;
	const isPicture = type.startsWith('image/') || /\.(?:png|jpe?g|gif|webp|svg)$/i.test(src);
	const properties = isPicture ? { src, alt: wordsOf(object).trim() } : {};
	return [{ type: 'element', tagName: isPicture ? 'img' : 'video', properties, children: [] }];
}

/** Addresses of all pictures of an item. */
export function pictureSources(item: XmlElement): string[] {
	return allOf(item, /^(?:img|object)$/).map(({ attributes }) => attributes.src ?? attributes.data ?? '');
}
