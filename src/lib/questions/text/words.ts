import type { AnswerWords } from '../answer-words.ts';

export const text: AnswerWords<'text'> = {
	ours: false,
	lines(answer) {
		return typeof answer === 'string' ? [answer] : [];
	},
};
