/** Notes at the foot of a lesson, numbered in the order in which the text refers to them. */
import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Node, NodeElement } from '#schemas/node.ts';
import type { Place } from '../source.ts';
import { joinText } from './blocks.ts';
import { visit } from './parse.ts';
import type { TreeInput } from './tree-input.ts';

/** Ids of notes on a page begin with this. */
export const notePrefix = 'n-';

export class Footnotes {
	readonly #input: TreeInput;
	readonly #read: (nodes: RootContent[], place: Place) => Node[];
	readonly #definitions = new Map<string, FootnoteDefinition>();
	/** Identifiers in the order of their first mention. */
	readonly #order: string[] = [];

	constructor(input: TreeInput, read: (nodes: RootContent[], place: Place) => Node[]) {
		this.#input = input;
		this.#read = read;
		visit(input.root, (node) => {
			if (node.type === 'footnoteDefinition' && !this.#definitions.has(node.identifier))
				this.#definitions.set(node.identifier, node);
		});
	}

	/** The number of a note, as a link to it. */
	refer(identifier: string, place: Place): Node[] {
		if (!this.#input.takesFootnotes) {
			this.#input.problems.add('footnote-misplaced', place, {});
			return [];
		}
		const known = this.#order.includes(identifier);
		if (!known) this.#order.push(identifier);
		const id = `${notePrefix}${this.#order.indexOf(identifier) + 1}`;
		const attrs = { href: `#${id}`, ...(known ? {} : { id: `${id}-ref` }) };
		return [{ name: 'sup', children: [{ name: 'a', attrs, children: [id.slice(notePrefix.length)] }] }];
	}

	/** The notes themselves, each with a link back to where it is first mentioned. */
	build(): Node[] {
		const items: NodeElement[] = [];
		// A note may mention another one: the list grows while it is walked.
		for (let index = 0; index < this.#order.length; index += 1) {
			const definition = this.#definitions.get(this.#order[index] ?? '');
			if (definition) items.push(this.#item(definition, `${notePrefix}${index + 1}`));
		}
		for (const [identifier, { position, label }] of this.#definitions) {
			if (!this.#input.takesFootnotes || this.#order.includes(identifier)) continue;
			const place = this.#input.place(position?.start.offset ?? 0);
			this.#input.problems.add('footnote-unused', place, { label: label ?? identifier });
		}
		return items.length > 0 ? [{ name: 'hr' }, { name: 'ol', children: items }] : [];
	}

	#item(definition: FootnoteDefinition, id: string): NodeElement {
		const place = this.#input.place(definition.position?.start.offset ?? 0);
		const children = this.#read(definition.children, place);
		const back: NodeElement = { name: 'a', attrs: { href: `#${id}-ref` }, children: ['↩'] };
		const last = children.at(-1);
		if (typeof last === 'object' && last.name === 'p')
			last.children = joinText([...(last.children ?? []), ' ', back]);
		else children.push({ name: 'p', children: [back] });
		return { name: 'li', attrs: { id }, children };
	}
}
