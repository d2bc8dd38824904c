import type { AnswerWords } from '../answer-words.ts';

export const file: AnswerWords<'file'> = {
	ours: true,
	lines(_answer, _question, _locale, t) {
		return [t.question.fileGiven];
	},
};
