import type { QuestionOrder } from '#schemas/names.ts';

/**
 * Whether an answer can still be changed. Where questions come one after another, what was answered stays once a later
 * question is answered. A first answer is taken at any time: a device may have held it while the network was gone.
 * @param questions in the order in which they are asked; `answered`: those of them that have an answer saved.
 */
export function mayAnswer(
	{ order, questions }: { order: QuestionOrder | undefined; questions: readonly string[] },
	question: string,
	answered: readonly string[],
): boolean {
	if (order !== 'sequential' || !answered.includes(question)) return true;
	const later = questions.slice(questions.indexOf(question) + 1);
	return !later.some((id) => answered.includes(id));
}

/** The first question, from 0, that is not left behind: the one after the last that was answered. */
export function firstOpen(questions: readonly string[], answered: readonly string[]): number {
	return Math.max(-1, ...answered.map((id) => questions.indexOf(id))) + 1;
}
