/**
 * Characters that would mean something to the Markdown parser where the author means only the character travel through
 * it as private-use characters, and become themselves again in the tree. Private-use characters of the author's own are
 * taken out first.
 */
const marked = '&<_*.,:;!?"\'%«»“”‘’…។៕៖';
const firstMark = 0xe010;
const toMark = new Map([...marked].map((sign, index) => [sign, String.fromCharCode(firstMark + index)]));
const fromMark = new Map([...toMark].map(([sign, mark]) => [mark, sign]));

/** Stands before a one-line text, so that `1.`, `#` or `>` at its start open no block; it vanishes at the end. */
export const guard = '\uE004';

/** The character that stands for `sign`; a sign that has none is its own. */
export function mark(sign: string): string {
	return toMark.get(sign) ?? sign;
}

/** Signs that are text wherever they stand, unless they open an allowed tag. */
export function markText(sign: string): string {
	return sign === '&' || sign === '<' ? mark(sign) : sign;
}

/** Without the signs that the parser could take for a reference to a character. */
export function markAll(words: string): string {
	return words.replaceAll('&', mark('&'));
}

/** The author's own characters again, in the composed form. */
export function restore(words: string): string {
	return words.replace(/[\uE000-\uE0FF]/g, (sign) => fromMark.get(sign) ?? '').normalize('NFC');
}

const privateUse = '\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}';
/** Control characters (tab and line feed apart), and those that turn the reading direction around. */
const invisible = '\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF';

export const privateUsePattern = new RegExp(`[${privateUse}]`, 'u');
const unwanted = new RegExp(`[${privateUse}${invisible}]`, 'gu');

/** Without the characters that no reader sees and that could mislead a program. */
export function clean(words: string): string {
	return words.replace(unwanted, '').replace(/[\u2028\u2029]/g, ' ');
}
