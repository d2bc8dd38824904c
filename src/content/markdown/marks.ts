/**
 * Characters that mean something to mdsvex or Svelte travel through them as private-use characters, and become
 * themselves again in the tree. Private-use characters of the author's own are taken out first.
 */
const toMark = new Map([
	['{', '\uE000'],
	['}', '\uE001'],
	['&', '\uE002'],
	['<', '\uE003'],
]);
const fromMark = new Map([...toMark].map(([sign, mark]) => [mark, sign]));

/** Stands before a one-line text, so that `1.`, `#` or `>` at its start open no block; it vanishes at the end. */
export const guard = '\uE004';

/** Never in a text. */
export const noMarker = '\uE005';

export function mark(sign: string): string {
	return toMark.get(sign) ?? sign;
}

export function markAll(words: string): string {
	return words.replace(/[{}&<]/g, mark);
}

/** The author's own characters again, in the composed form. */
export function restore(words: string): string {
	return words.replace(/[\uE000-\uE004]/g, (sign) => fromMark.get(sign) ?? '').normalize('NFC');
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
