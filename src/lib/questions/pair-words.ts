import type { AnswerWords } from './answer-words.ts';
import { optionWords } from './option-words.ts';

/** What each option goes with, in the order that the options stand in. */
export const pairWords: AnswerWords<'match' | 'group' | 'matrix'> = {
	ours: false,
	lines(answer, { options, targets }) {
		if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
		const paired = options.filter(({ id }) => Object.hasOwn(answer, id));
		return paired.map(({ id }) => `${optionWords(options, id)} → ${optionWords(targets, answer[id] ?? '')}`);
	},
};
