/** Blanks in the text of a question: `[= Hà Nội | Hanoi]{#thu-do}`, `[( ) sông | (x) núi]{#dia-hinh}`. */
import type { Tag } from './tag.ts';

/** `sure`: what can hardly mean anything else; `all`: the author has said that there are blanks. */
export type BlankForms = 'sure' | 'all';

const opening = /\[(?:=|\([ \t]*[xX]?[ \t]*\))/y;
const inside = /(?:\\.|[^[\]\\\n])*\]/y;
const attributes = /\{[ \t]*(?:#|\.[a-z]|[a-z_]+=)[^{}\n]*\}/y;

/** The blank that begins at `at`; null: there is none; `unclosed`: it does not end on its line. */
export function readBlank(source: string, at: number, forms: BlankForms): Tag | null | 'unclosed' {
	const opened = match(opening, source, at);
	if (opened === undefined) return null;
	const rest = match(inside, source, at + opened.length);
	const isSure = opened !== '[=' || /[ \t]/.test(source[at + 2] ?? '');
	if (rest === undefined) return forms === 'all' || (opened === '[=' && isSure) ? 'unclosed' : null;
	const end = at + opened.length + rest.length;
	// `[(x)](https://…)` is a link.
	if (source[end] === '(') return null;
	const named = match(attributes, source, end) ?? '';
	// `[=SUM(A1:A3)]` is a sum.
	if (forms === 'sure' && named === '' && !isSure) return null;
	return {
		name: 'Blank',
		start: at,
		nameEnd: end,
		end: end + named.length,
		block: false,
		closing: false,
		selfClosing: true,
		attributes: new Map(),
	};
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(source)?.[0];
}
