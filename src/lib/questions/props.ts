import type { PlainAnswer, Question } from '#schemas/question.ts';

/** What the inputs of every kind are given. */
export interface InputProps {
	question: Question;
	/** What was answered before, or null. */
	answer: PlainAnswer;
	/** Name of the form's field. */
	name: string;
	/** Ids of what describes the input, for `aria-describedby`. */
	described?: string | undefined;
}
