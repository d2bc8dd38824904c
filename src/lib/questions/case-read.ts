import type { Question } from '#schemas/question.ts';

/** Whether a question before this one, from 0, was about the same case. */
export function isCaseRead(questions: readonly Pick<Question, 'case'>[], index: number): boolean {
	const about = questions[index]?.case?.id;
	return about !== undefined && questions.slice(0, index).some((before) => before.case?.id === about);
}
