import type { SentFile } from '#schemas/upload.ts';
import type { AnswerOf, QuestionKind, QuestionOf } from '#schemas/question.ts';

/** What the inputs of every kind are given. */
export interface InputProps<K extends QuestionKind> {
	question: QuestionOf<K>;
	/** What was answered before, or null. */
	answer: AnswerOf<K> | null;
	/** Name of the form's field. */
	name: string;
	/** Ids of what describes the input, for `aria-describedby`. */
	described?: string | undefined;
	/** The file that was sent, for `file`. */
	file?: SentFile | undefined;
}
