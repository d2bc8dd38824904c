import { compounds } from '#messages/compounds.ts';

const heading = /<(h[1-4]|legend)\b[^>]*>[\s\S]*?<\/\1>/g;
/** The longest first: `bài kiểm tra` before `kiểm tra`. */
const words = [...compounds].sort((a, b) => b.length - a.length).join('|');
const compound = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

/** A page whose headings end no line within a Vietnamese word of several syllables. */
export function joinCompounds(html: string): string {
	return html.replace(heading, joined);
}

/** The same for a text. */
export function joined(text: string): string {
	return text.replace(compound, (word) => word.replaceAll(' ', '\u00a0'));
}
