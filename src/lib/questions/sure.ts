import { isRated } from '#domain/questions/rated.ts';
import type { Answer, Verdict } from '#schemas/question.ts';
import type { Messages } from '#messages/index.ts';

/** What there is to say to how sure somebody was; null: it was not said, or it is not told how the answer went. */
export function sureWords(
	{ question }: Pick<Messages, 'question'>,
	answer: Answer | undefined,
	correct: Verdict['correct'],
): string | null {
	if (answer === undefined || correct === null || !isRated(answer)) return null;
	return question.sure[correct === true ? 'right' : 'wrong'][answer.confidence];
}
