import type { Answer, PlainAnswer, QuestionKind } from '#schemas/question.ts';

type Reader = (values: string[]) => PlainAnswer;
const first: Reader = (values) => values[0] ?? null;

/** How a form's values become an answer, by kind. */
const readers = {
	single: first,
	multiple: (values) => (values.length > 0 ? values : null),
	truefalse: ([value]) => (value === undefined ? null : value === 'true'),
	number: first,
	text: first,
} satisfies Record<QuestionKind, Reader>;

/** The answer that a form holds to a question; null where nothing was chosen or typed. */
export function readAnswer(kind: QuestionKind, form: FormData, name = 'answer'): PlainAnswer {
	const values = form
		.getAll(name)
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.normalize('NFC').trim())
		.filter((value) => value !== '');
	return readers[kind](values);
}

/** An answer without the confidence that may go with it. */
export function plainOf(answer: Answer | undefined): PlainAnswer {
	return isRated(answer) ? answer.answer : (answer ?? null);
}

function isRated(answer: Answer | undefined): answer is Extract<Answer, { confidence: number }> {
	return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
