import type { Locale } from '#schemas/names.ts';
import type { Node } from '#schemas/node.ts';
import type { PlainAnswer, Question } from '#schemas/question.ts';
import { formatNumber } from '#lib/format.ts';
import type { Messages } from '#messages/index.ts';

/** A right answer in words: one line a part of it. */
export function solutionWords(
	solution: PlainAnswer,
	question: Question,
	locale: Locale,
	t: Messages,
): string[] {
	if (typeof solution === 'boolean') return [solution ? t.question.true : t.question.false];
	if (typeof solution === 'number') return [formatNumber(locale, solution, 6)];
	const ids = Array.isArray(solution) ? solution : solution === null ? [] : [solution];
	return ids.map((id) => {
		const option = question.options?.find((candidate) => candidate.id === id);
		return option ? textOf(option.content) : id;
	});
}

/** The words of content, without its markup. */
export function textOf(nodes: readonly Node[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children ?? []))).join('');
}
