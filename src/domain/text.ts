import type { Locale } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';

/** Characters that take no room; keyboards and copying leave them, and Khmer parts words with U+200B. */
const invisible = /[\u00ad\u034f\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Grave, acute, tilde, hook above, dot below: the five written tones of Vietnamese, decomposed. */
const tone = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';

/** A tone on the `u` of `qu` or the `i` of `gi`, which belong to the consonant. */
const consonantTone = new RegExp(`((?<=q)u|(?<=g)i)(${tone})([aeiouy])`, 'gu');

/** A tone on the first of `oa`, `oe`, `uy`. People place it here or one letter on, and mean the same word. */
const earlyTone = new RegExp(`(o(?=.[ae])|u(?=.y))(${tone})([aey])`, 'gu');

const khmerLetter = '[\\u1780-\\u17d3\\u17dc\\u17dd]';
const khmerSpace = new RegExp(`(?<=${khmerLetter}) (?=${khmerLetter})`, 'g');

/**
 * Text as typed answers are compared: NFC, lower case, one space for white space, no invisible characters,
 * no final punctuation, Vietnamese tone marks in one place (hòa = hoà), and Khmer without spaces between
 * letters, with one spelling for what looks the same, and with the digits 0-9. Marks count otherwise: `ma`
 * is not `má`. The rules go by the letters themselves, so they hold in every locale. Not for display.
 */
export const foldText: (text: string, locale: Locale) => string = (text) => {
	const spaced = text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
	const lower = spaced.toLowerCase().normalize('NFD');
	const toned = lower.replace(consonantTone, '$1$3$2').replace(earlyTone, '$1$3$2');
	const folded = foldKhmer(toned.normalize('NFC'));
	// An answer that is nothing but punctuation ("?") keeps it.
	return folded.replace(/[\s.!?…។៕]+$/u, '') || folded;
};

/**
 * What looks the same on screen and is typed in more than one way: two-part vowels as their halves,
 * subscript DA for subscript TA (W3C, Character Model: String Matching, 2.3), and subscript RO before
 * another subscript.
 */
function foldKhmer(text: string): string {
	return westernDigits(text)
		.replace(khmerSpace, '')
		.replaceAll('\u17c1\u17b8', '\u17be')
		.replaceAll('\u17c1\u17b6', '\u17c4')
		.replaceAll('\u17d2\u178a', '\u17d2\u178f')
		.replace(/(\u17d2\u179a)((?:\u17d2[\u1780-\u1799\u179b-\u17a2])+)/g, '$2$1');
}

/** Khmer digits (U+17E0 to U+17E9) as 0-9; the rest as it is. */
export function westernDigits(text: string): string {
	return text.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));
}

/** Text without invisible characters: zero-width spaces and joiners, soft hyphens, direction marks. */
export function withoutInvisible(text: string): string {
	return text.replace(invisible, '');
}

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

/** A user name as user names are compared: NFC, lower case, no white space around it (phones add a space). */
export function foldUsername(name: string): string {
	return name.normalize('NFC').toLowerCase().normalize('NFC').trim();
}
