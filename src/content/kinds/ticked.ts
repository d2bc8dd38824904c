/** What single and multiple choice share: options with ticks. */
import type { Problems } from '../problems.ts';
import type { ParsedQuestion } from '../quiz/parsed.ts';
import { checkRepeated, type Translating } from './authoring.ts';

export function checkTicked({ options, place }: ParsedQuestion, problems: Problems): void {
	if (options.length === 0) return problems.add('no-answer', place, {});
	if (options.length < 2) problems.add('options-too-few', place, {});
	if (!options.some(({ ticked }) => ticked)) problems.add('no-right-answer', place, {});
	checkRepeated(options, problems);
}

export function tickedIds({ options }: ParsedQuestion): string[] {
	return options.flatMap(({ ticked, id }) => (ticked && id !== null ? [id] : []));
}

/** Ticks may be left empty in a translation; where there are some, they agree. */
export function checkSameTicks(
	{ options }: ParsedQuestion,
	original: ParsedQuestion,
	{ problems }: Translating,
): void {
	const isSame = options.length === original.options.length;
	const differs = options.some((option, index) => {
		const id = option.id ?? (isSame && option.attributes.id === null ? original.options[index]?.id : null);
		const twin = original.options.find((each) => each.id === id);
		return typeof id === 'string' && option.ticked !== (twin?.ticked ?? false);
	});
	const first = options.find(({ ticked }) => ticked);
	if (first && differs) problems.add('translation-key', first.place, {});
}
