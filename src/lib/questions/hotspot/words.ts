import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

/** A region by its name. */
export const hotspot: AnswerWords<'hotspot'> = {
	ours: false,
	lines(answer, { options }) {
		return typeof answer === 'string' ? [optionWords(options, answer)] : [];
	},
};
