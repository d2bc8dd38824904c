/** What match, group and matrix share: each option goes with a target. */
import type { KeyOf, Option } from '#schemas/question.ts';
import type { ParsedOption, ParsedQuestion } from '../quiz/parsed.ts';
import type { Translating } from './authoring.ts';

export function pairFields(
	{ options, targets }: ParsedQuestion,
	shown: (options: readonly ParsedOption[]) => Option[],
): { options: Option[]; targets: Option[] } {
	return { options: shown(options), targets: shown(targets) };
}

export function pairsOf(question: ParsedQuestion): KeyOf<'match'>['right'] {
	const pairs = question.options.map((option) => [option.id ?? '', targetOf(option, question)?.id ?? '']);
	return Object.fromEntries(pairs) as Record<string, string>;
}

export function targetOf(option: ParsedOption, { targets }: ParsedQuestion): ParsedOption | undefined {
	return option.target === null ? undefined : targets[option.target];
}

/** Where a translation says what goes with what, it says the same. */
export function checkSamePairs(
	question: ParsedQuestion,
	original: ParsedQuestion,
	{ problems }: Translating,
): void {
	for (const option of question.options) {
		const target = targetOf(option, question);
		const twin = original.options.find(({ id }) => id !== null && id === option.id);
		const wanted = twin && targetOf(twin, original);
		if (!target?.id || !wanted?.id || target.id === wanted.id) continue;
		problems.add('translation-key', option.place, {});
	}
}
