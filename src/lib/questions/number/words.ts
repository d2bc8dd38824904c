import type { AnswerWords } from '../answer-words.ts';
import { formatNumber } from '#lib/format.ts';

export const number: AnswerWords<'number'> = {
	ours: true,
	lines(answer, { unit }, locale) {
		if (typeof answer === 'string') return [answer];
		if (typeof answer !== 'number') return [];
		const digits = formatNumber(locale, answer, 20);
		return [unit ? `${digits} ${unit}` : digits];
	},
};
