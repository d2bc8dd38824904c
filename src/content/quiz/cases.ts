/** `:::case Title {#id}` … `:::`: a text or picture that several questions are about. */
import type { ComponentName, Node } from '#schemas/node.ts';
import { readReferences, type References } from '../content-tree.ts';
import type { Slice } from '../markdown/fragment.ts';
import { readMarkdown, readPlainText } from '../markdown/markdown.ts';
import type { Problems } from '../problems.ts';
import type { Place, Text } from '../source.ts';
import { checkedId, readAttributes, type Attributes } from './attributes.ts';

interface CaseBlock {
	place: Place;
	title: Slice;
	attributes: Attributes;
	content: Slice[];
}

export interface ParsedCase {
	id: string | null;
	attributes: Attributes;
	place: Place;
	title: string;
	content: Node[];
	references: References;
}

const opening = /^[ \t]{0,3}:{3,}[ \t]*case(?![\w-])[ \t]*/i;
const inner = /^[ \t]*:{3,}[ \t]*\{?\.?[a-z]/i;
const closing = /^[ \t]*:{3,}[ \t]*$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const heading = /^##(?!#)/;

/** Takes the lines of cases out of a quiz file; what is set in boxes or between fences within a case is of the case. */
export class CaseReader {
	readonly cases: CaseBlock[] = [];
	#open: CaseBlock | null = null;
	/** Boxes that are open within the case. */
	#depth = 0;
	#fence = '';
	/** Behind a case and before the next question, where nothing else may stand. */
	#isBehind = false;
	readonly #text: Text;
	readonly #problems: Problems;

	constructor(text: Text, problems: Problems) {
		this.#text = text;
		this.#problems = problems;
	}

	/** Whether the line is part of a case, or stands where nothing may. */
	take(line: Slice, words: string): boolean {
		if (this.#open) return this.#takeInner(this.#open, line, words);
		if (opening.test(words)) {
			this.#start(line, words);
			return true;
		}
		if (heading.test(words)) this.#isBehind = false;
		if (!this.#isBehind || words.trim() === '') return this.#isBehind;
		this.#problems.add('case-text-behind', this.#text.place(line.start), {});
		return true;
	}

	finish(): void {
		if (this.#open) this.#problems.add('case-unclosed', this.#open.place, {});
	}

	#start(line: Slice, words: string): void {
		const slice = { start: line.start + (opening.exec(words)?.[0].length ?? 0), end: line.end };
		const { attributes, rest } = readAttributes(this.#text, slice, this.#problems);
		this.#open = { place: this.#text.place(line.start), title: rest, attributes, content: [] };
		this.#depth = 0;
		this.cases.push(this.#open);
	}

	#takeInner(open: CaseBlock, line: Slice, words: string): boolean {
		const ticks = fence.exec(words)?.[1] ?? '';
		if (this.#fence !== '') {
			if (ticks.startsWith(this.#fence)) this.#fence = '';
		} else if (ticks !== '') {
			this.#fence = ticks;
		} else if (heading.test(words)) {
			this.#problems.add('case-unclosed', open.place, {});
			this.#open = null;
			return false;
		} else if (closing.test(words)) {
			if (this.#depth === 0) {
				this.#open = null;
				this.#isBehind = true;
				return true;
			}
			this.#depth -= 1;
		} else if (inner.test(words)) {
			this.#depth += 1;
		}
		open.content.push(line);
		return true;
	}
}

/** `components`: what may stand in it. */
export function readCase(
	text: Text,
	block: CaseBlock,
	components: ReadonlySet<ComponentName>,
	problems: Problems,
): ParsedCase {
	const { place, attributes } = block;
	const title = readPlainText(text, [block.title], problems);
	if (title === '') problems.add('case-no-title', place, {});
	const tree = readMarkdown(text, block.content, { components }, problems);
	if (tree.nodes.length === 0) problems.add('case-empty', place, {});
	for (const { name, place: at } of attributes.classes)
		problems.add('attributes-syntax', at, { token: `.${name}` });
	for (const [key, { place: at }] of attributes.values)
		problems.add('attributes-syntax', at, { token: `${key}=` });
	return {
		...checkedId(attributes, problems),
		place,
		title,
		content: tree.nodes,
		references: readReferences(tree, text, problems, 'question'),
	};
}
