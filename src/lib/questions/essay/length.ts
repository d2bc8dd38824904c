import type { Messages } from '#messages/index.ts';
import type { QuestionOf } from '#schemas/question.ts';

/** How long the author wants a text, as a sentence; empty: as one likes. */
export function lengthInWords(words: QuestionOf<'essay'>['words'], { question }: Messages): string {
	const { least, most } = words ?? {};
	if (least !== undefined && most !== undefined) return question.wordsBetween({ least, most });
	if (least !== undefined) return question.wordsAtLeast({ least });
	return most === undefined ? '' : question.wordsAtMost({ most });
}
