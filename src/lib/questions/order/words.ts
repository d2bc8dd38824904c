import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

export const order: AnswerWords<'order'> = {
	ours: false,
	lines(answer, { options }) {
		if (!Array.isArray(answer)) return [];
		return answer.flatMap((id, index) => (id === null ? [] : [`${index + 1}. ${optionWords(options, id)}`]));
	},
};
