/** What one kind of question is to authors, and what several kinds share of it. */
import type { Locale } from '#schemas/common.ts';
import type { FieldsOf, KeyOf, Option, QuestionKind } from '#schemas/question.ts';
import type { Problems } from '../problems.ts';
import type { OptionForm } from '../quiz/blocks.ts';
import { marksClass } from '../quiz/attributes.ts';
import { optionText, type ParsedOption, type ParsedQuestion, type WrittenAnswer } from '../quiz/parsed.ts';

export interface Authoring<K extends QuestionKind> {
	/** What the answer is written by: options of a form, a line `= …`, or marks within the text. */
	form: OptionForm | 'written' | 'inline';
	/** For `= …`: whether these words are of this kind, `named` by the author or not, and what they say. */
	written?: {
		takes(words: string, named: boolean): boolean;
		read(words: string, locale: Locale): WrittenAnswer;
	};
	/**
	 * Whether the author's order is (part of) the key: no `shuffle: false` keeps it then, and the ids that `--fix` writes
	 * are made of words.
	 */
	orderIsKey: boolean;
	/** What a question of this kind has beside what all have; `shown` puts options as they are stored. */
	fields(question: ParsedQuestion, shown: (options: readonly ParsedOption[]) => Option[]): FieldsOf<K>;
	/** What can be wrong in the source language. */
	check(question: ParsedQuestion, problems: Problems): void;
	/** Only for questions without an error: what is missing then cannot be missing. `own`: the question in every language. */
	key(original: ParsedQuestion, own: readonly InLocale[]): KeyOf<K>;
	/** What can be at odds with the original in a translation, beside ids and their order. */
	checkTranslation(question: ParsedQuestion, original: ParsedQuestion, around: Translating): void;
}

export interface InLocale {
	locale: Locale;
	question: ParsedQuestion;
}

export interface Translating {
	locale: Locale;
	problems: Problems;
}

/** Kinds whose questions are options to choose from. */
export function withOptions(
	{ options }: ParsedQuestion,
	shown: (options: readonly ParsedOption[]) => Option[],
): { options: Option[] } {
	return { options: shown(options) };
}

export function noFields(): Record<never, never> {
	return {};
}

/** `.dau`: what is typed without diacritics does not stand for words that have them. */
export function marksCount({ attributes }: ParsedQuestion): boolean {
	return attributes.classes.some(({ name }) => name === marksClass);
}

export function idsOf(options: readonly ParsedOption[]): string[] {
	return options.map(({ id }) => id ?? '');
}

export function checkRepeated(options: readonly ParsedOption[], problems: Problems): void {
	const seen = new Set<string>();
	for (const option of options) {
		const words = optionText(option);
		if (seen.has(words)) problems.add('option-duplicate', option.place, {});
		seen.add(words);
	}
}

/** Kinds that say nothing to a single option have no use for `>`. */
export function checkNoFeedback(options: readonly ParsedOption[], problems: Problems): void {
	for (const { feedback, place } of options) if (feedback !== '') problems.add('feedback-unused', place, {});
}

/** Ids that count (`a b c`, `buoc-1 buoc-2`) along an order that is the key give it away. */
export function checkUncounted(options: readonly ParsedOption[], problems: Problems): void {
	const [first] = options;
	if (first && isCounted(idsOf(options))) problems.add('ids-tell-order', first.attributes.idPlace, {});
}

function isCounted(ids: readonly string[]): boolean {
	const parts = ids.map((id) => /^(.*?)(\d+)$/.exec(id) ?? /^(|.*-)([a-z])$/.exec(id));
	const ranks = parts.map((part) => Number.parseInt(part?.[2] ?? '', 36));
	const isOneStem = parts.every((part) => part && part[1] === parts[0]?.[1]);
	const rises = ranks.slice(1).map((rank, index) => Math.sign(rank - (ranks[index] ?? 0)));
	return isOneStem && rises.length > 0 && rises.every((rise) => rise === rises[0]);
}

export function checkSameAnswer(
	{ answer }: ParsedQuestion,
	original: ParsedQuestion,
	{ problems }: Translating,
): void {
	const bare = (each: ParsedQuestion['answer']) => JSON.stringify({ ...each, place: undefined });
	if (answer && bare(answer) !== bare(original.answer)) problems.add('translation-key', answer.place, {});
}
