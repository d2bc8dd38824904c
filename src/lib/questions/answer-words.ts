import type { Locale } from '#schemas/common.ts';
import type { PlainAnswer, Question } from '#schemas/question.ts';
import type { Messages } from '#messages/index.ts';

/** How answers of one kind read in words. */
export interface AnswerWords {
	/** Whether they are in the reader's language, whatever the question's: our words and numbers, not the author's. */
	ours: boolean;
	/** One line a part of the answer; none where there is no answer. `locale` writes numbers. */
	lines(answer: PlainAnswer, question: Question, locale: Locale, t: Messages): string[];
}
