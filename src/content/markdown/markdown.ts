/** Markdown with components -> mdsvex -> Svelte's parser -> a tree of allowed nodes. Nothing is ever executed. */
import { compile } from 'mdsvex';
import type { ComponentName, Node } from '#schemas/node.ts';
import type { Problems } from '../problems.ts';
import type { Text } from '../source.ts';
import { Fragment, type Slice } from './fragment.ts';
import { lex } from './lexer.ts';
import { clean, noMarker } from './marks.ts';
import { noteOrigins, type MarkdownNode } from './origins.ts';
import { buildTree, allText, type Tree } from './tree.ts';

export interface MarkdownOptions {
	components: ReadonlySet<ComponentName>;
	/** One paragraph: `1.`, `#` or `>` at its start open no block. */
	inline?: boolean;
}

export async function readMarkdown(
	text: Text,
	slices: Slice[],
	options: MarkdownOptions,
	problems: Problems,
): Promise<Tree> {
	const origin = (at: number) => fragment.origin(at);
	const nothing: Tree = { nodes: [], found: [], origin };
	const fragment = new Fragment(text, slices, options.inline ? ' ' : '\n', problems);
	if (options.inline && isPlain(fragment.source)) {
		const words = fragment.source.trim().normalize('NFC');
		return words === '' ? nothing : { ...nothing, nodes: [words] };
	}
	const lexed = lex(fragment, options.components, options.inline ?? false, problems);
	if (!lexed) return nothing;
	const place = (at: number) => fragment.place(lexed.origin(at));
	const links: string[] = [];
	let html = '';
	try {
		html = await toHtml(lexed.code, links);
		const sourcePlace = (at: number) => fragment.place(at);
		const tree = buildTree({ html, tags: lexed.tags, links, place, sourcePlace, problems });
		const nodes = options.inline ? withoutParagraph(tree.nodes) : tree.nodes;
		return { ...tree, nodes, origin };
	} catch (error) {
		if (error instanceof RangeError) problems.add('too-complex', fragment.place(0), {});
		else problems.add('markup-crossed', place(lastPosition(html, error)), {});
		return nothing;
	}
}

/** The words of a short text, without its marks. */
export async function readPlainText(text: Text, slices: Slice[], problems: Problems): Promise<string> {
	const { nodes } = await readMarkdown(text, slices, { components: new Set(), inline: true }, problems);
	return allText(nodes).replace(/\s+/g, ' ').trim();
}

/** Nothing in it could mean anything to Markdown: the long way round would give the same. */
function isPlain(source: string): boolean {
	return !/[\\`*_~[\]<>&{}@|\n]|http|mailto|www\./i.test(source) && clean(source) === source;
}

async function toHtml(code: string, links: string[]): Promise<string> {
	const compiled = await compile(code, {
		highlight: false,
		smartypants: false,
		// Ours is taken off already: a marker that no text holds, so that `---` is a line across.
		frontmatter: { parse: () => undefined, type: 'none', marker: noMarker },
		extensions: ['.svx'],
		filename: 'text.svx',
		remarkPlugins: [() => (root: MarkdownNode) => noteOrigins(root, links)],
	});
	return compiled?.code ?? '';
}

function withoutParagraph(nodes: Node[]): Node[] {
	const [only, ...more] = nodes;
	const isParagraph = typeof only === 'object' && only.name === 'p' && more.length === 0;
	return isParagraph ? (only.children ?? []) : nodes;
}

/** The last position written before where Svelte's parser stopped. */
function lastPosition(html: string, error: unknown): number {
	const stop = (error as { position?: [number, number] }).position?.[0] ?? 0;
	const before = [...html.slice(0, stop).matchAll(/data-at="(\d+)"/g)];
	return Number(before.at(-1)?.[1] ?? 1);
}
