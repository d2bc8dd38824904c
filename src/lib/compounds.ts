import { compounds } from '#messages/compounds.ts';

/** Headings, buttons, links that look like one, and cards that are one link. */
const short =
	/<(h[1-4]|legend|button)\b[^>]*>[\s\S]*?<\/\1>|<a\b[^>]*\bclass="(?:button|tile)\b[^>]*>[\s\S]*?<\/a>/g;
const betweenTags = />[^<]+/g;
/** The longest first: `bài kiểm tra` before `kiểm tra`. */
const words = [...compounds].sort((a, b) => b.length - a.length).join('|');
const compound = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

/** A page whose headings, buttons and cards end no line within a Vietnamese word of several syllables. */
export function joinCompounds(html: string): string {
	return html.replace(short, (part) => part.replace(betweenTags, joined));
}

/** The same for a text. */
export function joined(text: string): string {
	return text.replace(compound, (word) => word.replaceAll(' ', '\u00a0'));
}
