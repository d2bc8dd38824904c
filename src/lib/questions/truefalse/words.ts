import type { AnswerWords } from '../answer-words.ts';

export const truefalse: AnswerWords<'truefalse'> = {
	ours: true,
	lines(answer, _question, _locale, t) {
		if (typeof answer !== 'boolean') return [];
		return [answer ? t.question.true : t.question.false];
	},
};
