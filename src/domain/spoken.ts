/**
 * What of a lesson is read aloud, block by block: one rule for the recording, for the check of it and for the page that
 * marks the block which is being read.
 */
import type { Node, NodeElement } from '#schemas/node.ts';

export interface SpokenBlock {
	/** Name of its cue: `title`, or its number in the lesson, from 1. */
	cue: string;
	/** As it is read, in one line. */
	text: string;
	/** Null: the title. */
	node: NodeElement | null;
}

/** Elements whose own words are one block. */
const paragraphs: ReadonlySet<string> = new Set([
	'p',
	'h2',
	'h3',
	'h4',
	'li',
	'blockquote',
	'tr',
	'td',
	'th',
]);
/** What is read of no lesson: code, questions to answer, and the words of a film, which speaks itself. */
const skipped: ReadonlySet<string> = new Set(['pre', 'Check', 'Video', 'hr']);
const inline: ReadonlySet<string> = new Set('strong em del code a br sup sub kbd abbr u mark'.split(' '));

/** The title, then every block that has words, in the order of the text. */
export function spokenBlocks(title: string, nodes: readonly Node[]): SpokenBlock[] {
	const blocks: SpokenBlock[] = [{ cue: 'title', text: oneLine(title), node: null }];
	/** Title of a box, read before what stands in it. */
	let before = '';
	const add = (node: NodeElement, words: string) => {
		const text = oneLine(words);
		if (!/[\p{L}\p{N}]/u.test(text)) return;
		blocks.push({ cue: String(blocks.length), text: before + text, node });
		before = '';
	};
	const walk = (node: NodeElement) => {
		if (skipped.has(node.name)) return;
		const { title: name, summary, alt = '', caption = '' } = node.attrs ?? {};
		if (node.name === 'Figure')
			return add(node, caption && caption !== alt ? `${ended(alt)} ${caption}` : alt);
		const heading = node.name === 'a' || node.name === 'abbr' ? undefined : (name ?? summary);
		if (heading) before += `${ended(oneLine(heading))} `;
		const children = node.children ?? [];
		if (node.name === 'tr') return add(node, cellsOf(node));
		if (paragraphs.has(node.name)) add(node, words(children.filter(isWords)));
		for (const child of children) if (typeof child === 'object' && !isWords(child)) walk(child);
	};
	for (const node of nodes) if (typeof node === 'object') walk(node);
	return blocks;
}

function isWords(node: Node): boolean {
	return typeof node === 'string' || inline.has(node.name);
}

function cellsOf({ children = [] }: NodeElement): string {
	const cells = children.map((cell) => (typeof cell === 'string' ? '' : oneLine(words(cell.children ?? []))));
	return cells.filter((cell) => cell !== '').join(', ');
}

/** Without the numbers of notes, and the arrows back from them. */
function words(nodes: readonly Node[]): string {
	return nodes
		.map((node) => {
			if (typeof node === 'string') return node;
			if (node.name === 'br') return ' ';
			if (node.name === 'a' && /^#n-\d+(?:-ref)?$/.test(node.attrs?.href ?? '')) return '';
			return words(node.children ?? []);
		})
		.join('');
}

function oneLine(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** With an end to the sentence, so that a voice pauses there. */
function ended(text: string): string {
	return /[.!?…។៕:]$/.test(text) || text === '' ? text : `${text}.`;
}
