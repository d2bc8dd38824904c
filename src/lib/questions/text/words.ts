import type { AnswerWords } from '../answer-words.ts';

export const text: AnswerWords = {
	ours: false,
	lines(answer) {
		return typeof answer === 'string' ? [answer] : [];
	},
};
