import type { Locale } from '#schemas/common.ts';
import type { AnswerOf, QuestionKind, QuestionOf } from '#schemas/question.ts';
import type { Messages } from '#messages/index.ts';

/** How answers of one kind read in words. */
export interface AnswerWords<K extends QuestionKind> {
	/** Whether they are in the reader's language, whatever the question's: our words and numbers, not the author's. */
	ours: boolean;
	/** One line a part of the answer; none where there is no answer. `locale` writes numbers. */
	lines(answer: AnswerOf<K>, question: QuestionOf<K>, locale: Locale, t: Messages): string[];
}
