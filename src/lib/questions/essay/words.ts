import type { AnswerWords } from '../answer-words.ts';

export const essay: AnswerWords<'essay'> = {
	ours: false,
	lines({ text }) {
		return text.split('\n').filter((line) => line.trim() !== '');
	},
};
