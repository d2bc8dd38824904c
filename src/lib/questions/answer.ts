import type { Answer, PlainAnswer } from '#schemas/question.ts';

type Rated = Extract<Answer, { confidence: number }>;

/** An answer without the confidence that may go with it. */
export function plainOf(answer: Answer | undefined): PlainAnswer {
	if (answer === undefined) return null;
	return isRated(answer) ? answer.answer : answer;
}

/** Only the confidence says so: an answer may have parts that are called `answer`. */
function isRated(answer: Answer): answer is Rated {
	return typeof answer === 'object' && answer !== null && 'confidence' in answer
		? typeof answer.confidence === 'number'
		: false;
}
