/** Figures of questions and tests as pages write them. */
import { formatNumber, formatPercent } from '#lib/format.ts';
import type { ItemAnalysis, QuizAnalysis } from '#schemas/analysis.ts';
import type { Locale } from '#schemas/names.ts';
import type { Messages } from '#messages/index.ts';

/** What stands where a figure cannot be told. */
export const untold = '–';

export function numberOf(locale: Locale, value: number | null, digits: 0 | 1 | 2 = 0): string {
	// Nought has no sign.
	return value === null ? untold : formatNumber(locale, Number(value.toFixed(digits)) || 0, digits);
}

export function percentOf(locale: Locale, share: number | null): string {
	return share === null ? untold : formatPercent(locale, share);
}

/** How an item is called: by its place in the quiz, or by the id of a question that is there no more. */
export function nameOf({ n, question }: Pick<ItemAnalysis, 'n' | 'question'>): string {
	return n === null ? question : String(n);
}

/** Where on the page an item’s answers stand. */
export const anchorOf = (index: number) => `cau-${index + 1}`;

/** What an option says; its id where nobody knows that any more. */
export function optionWords(
	{ question, analysis }: Pick<Messages, 'question' | 'analysis'>,
	{ option, text }: { option: string; text: string | null },
): string {
	if (text) return text;
	if (option === 'true' || option === 'false') return question[option];
	return option || analysis.unknown;
}

/** The bounds of a bar of the distribution, in words. */
export function rangeOf(
	{ analysis }: Pick<Messages, 'analysis'>,
	locale: Locale,
	{ from, to }: QuizAnalysis['distribution'][number],
	isLast: boolean,
): string {
	const bounds = { from: numberOf(locale, from, 2), to: numberOf(locale, to, 2) };
	if (from === to) return bounds.from;
	return isLast ? analysis.rangeTop(bounds) : analysis.range(bounds);
}
