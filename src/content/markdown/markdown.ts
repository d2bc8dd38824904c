/** Markdown with components -> lexer -> Markdown parser -> a tree of allowed nodes. Nothing is ever executed. */
import type { ComponentName, Node } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Text } from '../source.ts';
import type { BlankForms } from './blanks.ts';
import { Fragment, type Slice } from './fragment.ts';
import { lex } from './lexer.ts';
import { clean } from './marks.ts';
import { parseMarkdown } from './parse.ts';
import type { Tree } from './tree-input.ts';
import { allText, MarkupCrossed, TreeBuilder } from './tree.ts';

export interface MarkdownOptions {
	components: ReadonlySet<ComponentName>;
	/** One paragraph: `1.`, `#` or `>` at its start open no block. */
	inline?: boolean;
	/** Whether a first heading of level 1 is the title of the file. */
	takesTitle?: boolean;
	/** Whether there may be notes at the foot. */
	takesFootnotes?: boolean;
	/** Which blanks to fill in there may be; absent: none. */
	blanks?: BlankForms;
}

export function readMarkdown(
	text: Text,
	slices: Slice[],
	options: MarkdownOptions,
	problems: Problems,
): Tree {
	const { components: allowed, inline = false, takesTitle = false, takesFootnotes = false, blanks } = options;
	const nothing: Tree = {
		nodes: [],
		found: [],
		blanks: [],
		title: null,
		origin: (at) => fragment.origin(at),
	};
	const fragment = new Fragment(text, slices, inline ? ' ' : '\n', problems);
	if (inline && isPlain(fragment.source)) {
		const words = fragment.source.trim().normalize('NFC');
		return words === '' ? nothing : { ...nothing, nodes: [words] };
	}
	const lexed = lex(fragment, allowed, { inline, blanks }, problems);
	if (!lexed) return nothing;
	try {
		const builder = new TreeBuilder({
			...lexed,
			root: parseMarkdown(lexed.code),
			source: fragment.source,
			allowed,
			takesTitle,
			takesFootnotes,
			place: (at) => fragment.place(lexed.origin(at)),
			sourcePlace: (at) => fragment.place(at),
			problems,
		});
		const nodes = builder.build();
		const { found, blanks: blanksFound, title } = builder;
		const all = inline ? withoutParagraph(nodes) : nodes;
		return { ...nothing, nodes: all, found, blanks: blanksFound, title };
	} catch (error) {
		if (error instanceof MarkupCrossed) problems.add('markup-crossed', error.place, {});
		else if (error instanceof RangeError) problems.add('too-complex', fragment.place(0), {});
		else throw error;
		return nothing;
	}
}

/** The words of a short text, without its marks. */
export function readPlainText(text: Text, slices: Slice[], problems: Problems): string {
	const { nodes } = readMarkdown(text, slices, { components: new Set(), inline: true }, problems);
	return allText(nodes).replace(/\s+/g, ' ').trim();
}

/** Nothing in it could mean anything to Markdown: the long way round would give the same. */
function isPlain(source: string): boolean {
	return !/[\\`*_~[\]<>&{}@|$^\n]|==|:[a-z:]|http|mailto|www\./i.test(source) && clean(source) === source;
}

function withoutParagraph(nodes: Node[]): Node[] {
	const [only, ...more] = nodes;
	const isParagraph = typeof only === 'object' && only.name === 'p' && more.length === 0;
	return isParagraph ? (only.children ?? []) : nodes;
}
