/** What the building of a tree needs, and what it gives beside the tree. */
import type { Root } from 'mdast';
import type { Node, NodeElement } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Place } from '../source.ts';
import { visit } from './parse.ts';
import type { AllowedTags } from './tag-stack.ts';
import type { Tag } from './tag.ts';

export interface TreeInput {
	root: Root;
	/** What the Markdown parser got, and the fragment that it was made of. */
	code: string;
	source: string;
	tags: readonly Tag[];
	/** Components that may stand in this text. */
	allowed: AllowedTags;
	/** Whether a first heading of level 1 is the title of the text. */
	takesTitle: boolean;
	/** Whether notes at the foot may stand in this text. */
	takesFootnotes: boolean;
	/** Offset in the fragment of a character of `code`. */
	origin: (at: number) => number;
	/** Place of a character of `code`. */
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

/** A blank of the text; its attributes are still to be read. */
export interface BlankFound {
	node: NodeElement;
	tag: Tag;
}

export interface TitleFound {
	words: string;
	place: Place;
}

export interface Tree {
	nodes: Node[];
	/** Components, links and headings, in the order of the text. */
	found: Found[];
	blanks: BlankFound[];
	title: TitleFound | null;
	/** Offset in the file of a character of the fragment, for the tags' positions. */
	origin: (at: number) => number;
}

interface Address {
	url: string;
	title?: string | null | undefined;
}

/** `[label]: address` lines; of several for one label the first counts. */
export class Definitions {
	readonly #addresses = new Map<string, Address>();

	constructor(root: Root) {
		visit(root, (node) => {
			if (node.type === 'definition' && !this.#addresses.has(node.identifier))
				this.#addresses.set(node.identifier, { url: node.url, title: node.title });
		});
	}

	of({ identifier }: { identifier: string }): Address {
		return this.#addresses.get(identifier) ?? { url: '' };
	}
}
