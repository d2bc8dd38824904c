import type { Node } from '#schemas/node.ts';

/** Elements that stand in a line of text; every other one begins and ends a line. */
const inline = new Set(['strong', 'em', 'del', 'code', 'a', 'sup', 'sub', 'kbd', 'abbr']);

/**
 * The words of a piece of content, a line for each block, without mark-up. Pictures give their `alt`, videos
 * their `title`, boxes their title or summary before what they hold.
 */
export function plainText(nodes: readonly Node[]): string {
	return nodes
		.map(wordsOf)
		.join('')
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
		.join('\n');
}

function wordsOf(node: Node): string {
	if (typeof node === 'string') return node.replace(/\s+/g, ' ');
	const words = (node.children ?? []).map(wordsOf).join('');
	if (inline.has(node.name)) return words;
	if (node.name === 'td' || node.name === 'th') return `${words} `;
	const heading = node.attrs?.alt ?? node.attrs?.title ?? node.attrs?.summary;
	return `\n${heading ? `${heading}\n` : ''}${words}\n`;
}

/** What a name may lose; not the joiners U+200C and U+200D, which can change how Khmer letters look. */
const invisibleInNames = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A person's name as it is kept: NFC, no white space around it, one space within, and nothing unseen that
 * could make two names look alike. Empty when nothing is left to see.
 */
export function normaliseName(name: string): string {
	const seen = name.normalize('NFC').replace(invisibleInNames, '').replace(/\s+/g, ' ');
	return seen.replace(/^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g, '');
}
