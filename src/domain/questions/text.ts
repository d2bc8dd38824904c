import type { Locale } from '#schemas/names.ts';
import type { KeyOf } from '#schemas/question.ts';
import { foldText } from '../fold.ts';
import { allOrNothing, readAs, unreadable, type QuestionRule } from './rule.ts';
import { acceptedWords, typedOf, writtenAs } from './typed.ts';

/** Words to type: right when they are among the accepted ones, compared by `typedOf`. */
export const text: QuestionRule<'text'> = {
	read(answer, _question, locale) {
		if (answer === null) return readAs(null);
		if (typeof answer !== 'string') return unreadable('wrong-type');
		return readAs(foldText(answer, locale) === '' ? null : answer.normalize('NFC').trim());
	},
	grade(key, answer, question, locale) {
		return allOrNothing(wordTyped(key, answer, locale) !== undefined, question);
	},
	feedback() {
		return undefined;
	},
	written(key, answer, locale) {
		const word = wordTyped(key, answer, locale);
		const written = answer !== null && word !== undefined ? writtenAs(answer, word, locale) : undefined;
		return written === undefined ? [] : [written];
	},
	solution(key, locale) {
		return acceptedWords(key.accept, locale)[0] ?? null;
	},
};

function wordTyped({ accept, marks }: KeyOf<'text'>, answer: string | null, locale: Locale) {
	if (typeof answer !== 'string') return undefined;
	return typedOf(answer, acceptedWords(accept, locale), { locale, marks: marks ?? false });
}
