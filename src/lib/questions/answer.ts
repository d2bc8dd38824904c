import { isRated } from '#domain/questions/rated.ts';
import type { Answer, PlainAnswer } from '#schemas/question.ts';

/** An answer without the confidence that may go with it. */
export function plainOf(answer: Answer | undefined): PlainAnswer {
	if (answer === undefined) return null;
	return isRated(answer) ? answer.answer : answer;
}
