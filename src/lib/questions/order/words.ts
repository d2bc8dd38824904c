import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

export const order: AnswerWords = {
	ours: false,
	lines(answer, { options }) {
		if (!Array.isArray(answer)) return [];
		return answer.map((id, index) => `${index + 1}. ${optionWords(options, id)}`);
	},
};
