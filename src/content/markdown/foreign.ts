/** Markup of other systems, which would be shown as it is written. */
import type { Place } from '../source.ts';
import type { TreeInput } from './tree-input.ts';

/** Names of what was found; the messages say what to write instead. */
export type ForeignMarkup =
	| 'colons'
	| 'admonition'
	| 'alert'
	| 'template'
	| 'footnote'
	| 'formula'
	| 'emoji'
	| 'definition'
	| 'wiki'
	| 'attributes'
	| 'highlight'
	| 'contents'
	| 'picture';

const patterns: readonly [ForeignMarkup, RegExp][] = [
	['colons', /(?:^|\n)[ \t]*:{3,}[^\n]*/],
	['admonition', /(?:^|\n)(?:!!!|\?\?\?\+?)[ \t]+[a-z]+[^\n]*/],
	['alert', /^\[![A-Za-z]+\][+-]?/],
	['template', /\{%[^\n]*?%\}|\{\{[<%][^\n]*?[>%]\}\}/],
	['footnote', /\[\^[^\]\s]{1,60}\]|(?<!\w)\^\[[^\]\n]+\]/],
	['formula', /\$\$[^$]+\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]*[\\^_{}=][^$\n]*\$(?![\w$])|\\[([][^\n]+?\\[)\]]/],
	['emoji', /(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])/],
	['definition', /(?<=\S[ \t]*\n):[ \t]+\S[^\n]*/],
	['wiki', /!?\[\[[^\]\n]+\]\]/],
	['attributes', /\{(?:[#.][A-Za-z][\w-]*[^{}\n]*|:[^{}\n]*[.#][^{}\n]*)\}/],
	['highlight', /(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])/],
	['contents', /(?:^|\n)\[(?:TOC|\[TOC\]|toc)\][ \t]*(?=\n|$)/],
	['picture', /!\[[^\]\n]*\]\([^)\n]*\)?/],
];

/** `at`: where the text starts in what the parser got. */
export function reportForeignMarkup(
	words: string,
	at: number | undefined,
	place: Place,
	input: TreeInput,
): void {
	for (const [kind, pattern] of patterns) {
		const written = pattern.exec(words)?.[0].trim();
		if (written === undefined || written === '') continue;
		const from =
			at === undefined ? -1 : input.source.indexOf(written.split('\n', 1)[0] ?? '', input.origin(at));
		const exact = from === -1 ? place : input.sourcePlace(from);
		input.problems.add('foreign-markup', exact, { kind, written: short(written) });
	}
}

function short(written: string): string {
	const line = written.replace(/\s+/g, ' ');
	return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
