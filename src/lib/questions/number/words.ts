import type { AnswerWords } from '../answer-words.ts';
import { formatNumber } from '#lib/format.ts';

export const number: AnswerWords<'number'> = {
	ours: true,
	lines(answer, _question, locale) {
		if (typeof answer === 'number') return [formatNumber(locale, answer, 20)];
		return typeof answer === 'string' ? [answer] : [];
	},
};
