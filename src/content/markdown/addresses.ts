/** Addresses in running text and in round brackets, as people write them. */
import type { PhrasingContent } from 'mdast';
import { mark } from './marks.ts';

/** Signs that end an address in running text; to the parser only a blank or `<` does. */
const addressEnd = new RegExp(`["'<>{}“”‘’«»${mark('<')}]`);

export interface LinkParts {
	url: string;
	title?: string | null | undefined;
	children: PhrasingContent[];
}

/** `"https://example.org".` is a link up to the second quotation mark; `rest` is text. */
export function endBareAddress(link: LinkParts): LinkParts & { rest: string } {
	const [only, ...more] = link.children;
	const whole = { ...link, rest: '' };
	if (only?.type !== 'text' || more.length > 0 || !link.url.endsWith(only.value)) return whole;
	const words = only.value;
	const end = words.search(addressEnd);
	if (end < 1) return whole;
	const kept = words.slice(0, end).replace(/[?!.,:*_~]+$/, '');
	const url = link.url.slice(0, link.url.length - words.length) + kept;
	return { ...link, url, children: [{ ...only, value: kept }], rest: words.slice(kept.length) };
}

const spaced =
	/\]\([ \t]*((?:[^()<>\n"'\\]|\([^()<>\n"'\\]{0,80}\)){1,300}?)((?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]*\))/y;

/** An address in pointed brackets; one of the web is a link already. */
const pointed =
	/\]\([ \t]*<((?!https?:|mailto:)(?:\\\\|[^<>\n\\]){1,300})>((?:[ \t]+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?[ \t]*\))/y;

export interface Bracketed {
	address: string;
	/** What stands behind it, up to the closing bracket. */
	rest: string;
	/** Whether it has pointed brackets. */
	isPointed: boolean;
}

/**
 * `](tệp có dấu cách.xlsx)`, which Markdown takes for text, and `](<tệp.xlsx>)`, whose `<` opens no tag: what stands
 * before, in, and after the address.
 */
export function readBracketed(source: string, at: number): Bracketed | null {
	pointed.lastIndex = at;
	const [, inner, after = ''] = pointed.exec(source) ?? [];
	if (inner !== undefined) return { address: inner, rest: after, isPointed: true };
	spaced.lastIndex = at;
	const [, address = '', rest = ''] = spaced.exec(source) ?? [];
	// `(address (title))` is Markdown's own.
	const isTitled = /^\S+[ \t]+\([^()]*\)$/.test(address.trim());
	if (isTitled || !/[ \t\u00A0]/.test(address.trim())) return null;
	return { address: address.trim(), rest, isPointed: false };
}
