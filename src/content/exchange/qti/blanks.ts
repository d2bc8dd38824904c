/** Blanks of a text as interactions of QTI 3.0, each with a response of its own. */
import { escapeXml } from '../html.ts';
import type { Blank } from '../item.ts';
import { putBlanks } from '../rich.ts';

/** Our own word for a blank: one alone is a question of another kind elsewhere. */
export const blankClass = 'cung-hoc-blank';

const responseOf = (index: number) => `RESPONSE${index + 1}`;
export const letter = (index: number) =>
	String.fromCharCode(97 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26) + 1));

/** The text with its interactions in place. */
export function withInteractions(html: string, blanks: readonly Blank[]): string {
	return putBlanks(html, (index) => {
		const blank = blanks[index];
		if (!blank) return '';
		const attributes = `class="${blankClass}" response-identifier="${responseOf(index)}"`;
		if ('words' in blank) return `<qti-text-entry-interaction ${attributes}/>`;
		const choices = blank.options.map(
			({ words }, at) =>
				`<qti-inline-choice identifier="${letter(at)}">${escapeXml(words)}</qti-inline-choice>`,
		);
		return `<qti-inline-choice-interaction ${attributes} shuffle="true">${choices.join('')}</qti-inline-choice-interaction>`;
	});
}

/** What is right in each brings its share of the points, and what is accepted beside it the same. */
export function blankDeclarations(blanks: readonly Blank[], points: number): string {
	const share = points / blanks.length;
	return blanks
		.map((blank, index) => {
			const isTyped = 'words' in blank;
			const keys = isTyped
				? blank.words
				: blank.options.flatMap(({ right }, at) => (right ? [letter(at)] : []));
			const entries = keys.map(
				(key) =>
					`<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${share}" case-sensitive="false"/>`,
			);
			return `<qti-response-declaration identifier="${responseOf(index)}" cardinality="single" base-type="${isTyped ? 'string' : 'identifier'}"><qti-correct-response><qti-value>${escapeXml(keys[0] ?? '')}</qti-value></qti-correct-response><qti-mapping default-value="0">${entries.join('')}</qti-mapping></qti-response-declaration>`;
		})
		.join('\n');
}

/** The sum of what each brings. */
export function blankScore(blanks: readonly Blank[]): string {
	const each = blanks.map((_, index) => `<qti-map-response identifier="${responseOf(index)}"/>`);
	return `<qti-sum>${each.join('')}</qti-sum>`;
}
