import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

/** In the order that the options stand in. */
export const match: AnswerWords<'match'> = {
	ours: false,
	lines(answer, { options, targets }) {
		if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
		const matched = options.filter(({ id }) => Object.hasOwn(answer, id));
		return matched.map(({ id }) => `${optionWords(options, id)} → ${optionWords(targets, answer[id] ?? '')}`);
	},
};
