import { firstOpen } from '#domain/question-order.ts';
import type { Attempt } from '#schemas/attempt.ts';

/**
 * Which question is shown where number `n` is asked for, from 1; null: the review. Where questions come one after
 * another, the last one answered may still be changed, and none before it is shown again.
 */
export function shownQuestion({ order, questions, answers }: Attempt, n: number): number | null {
	if (order !== 'sequential') return n;
	const next =
		firstOpen(
			questions.map(({ id }) => id),
			Object.keys(answers),
		) + 1;
	if (n >= next - 1) return n;
	return next <= questions.length ? next : null;
}
