import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

export const single: AnswerWords<'single'> = {
	ours: false,
	lines(answer, { options }) {
		return typeof answer === 'string' ? [optionWords(options, answer)] : [];
	},
};
