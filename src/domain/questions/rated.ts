import type { Answer, RatedAnswer } from '#schemas/question.ts';

/** Whether an answer comes with confidence. Only that says so: the parts of an answer may be called `answer`. */
export function isRated(answer: Answer): answer is RatedAnswer {
	return (
		typeof answer === 'object' &&
		answer !== null &&
		'confidence' in answer &&
		typeof answer.confidence === 'number'
	);
}
