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

/** The joiners U+200C and U+200D change how Khmer letters look; elsewhere they change nothing that is seen. */
const strayJoiner = /(?<![\u1780-\u17ff])[\u200c\u200d]|[\u200c\u200d](?![\u1780-\u17ff])/gu;
const unseenInNames = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;

/**
 * A person's name as it is kept: NFC, no white space around it, one space within, and nothing unseen that
 * could make two names look alike, control characters among it. Empty when no letter is left.
 */
export function normaliseName(name: string): string {
	const seen = name.normalize('NFC').replace(unseenInNames, '').replace(/\s+/g, ' ').trim();
	const kept = seen.replace(strayJoiner, '').normalize('NFC').trim();
	return /\p{L}/u.test(kept) ? kept : '';
}
