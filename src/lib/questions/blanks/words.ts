import type { AnswerWords } from '../answer-words.ts';
import { optionWords } from '../option-words.ts';

/** What stands in each blank, in the order of the text. */
export const blanks: AnswerWords<'blanks'> = {
	ours: false,
	lines(answer, question, _locale, t) {
		if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
		return question.blanks.flatMap(({ id, options }, index) => {
			const given = Object.hasOwn(answer, id) ? answer[id] : undefined;
			if (given === undefined) return [];
			return [`${t.question.blank({ n: index + 1 })} → ${options ? optionWords(options, given) : given}`];
		});
	},
};
