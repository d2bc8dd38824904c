import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

export const multiple: AnswerWords<'multiple'> = {
	ours: false,
	lines(answer, { options }) {
		return Array.isArray(answer) ? answer.map((id) => optionWords(options, id)) : [];
	},
};
