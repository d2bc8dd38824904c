import { type Locale, locales } from '#schemas/names.ts';
import type { KeyOf } from '#schemas/question.ts';
import { foldText } from '../fold.ts';
import { allOrNothing, readAs, unreadable, type QuestionRule } from './rule.ts';

/** Words to type: right when they are among the accepted ones, compared by `foldText`. */
export const text: QuestionRule<'text'> = {
	read(answer, _question, locale) {
		if (answer === null) return readAs(null);
		if (typeof answer !== 'string') return unreadable('wrong-type');
		return readAs(foldText(answer, locale) === '' ? null : answer.normalize('NFC').trim());
	},
	grade(key, answer, question, locale) {
		const typed = typeof answer === 'string' ? foldText(answer, locale) : null;
		const right = accepted(key, locale).some((words) => foldText(words, locale) === typed);
		return allOrNothing(right, question);
	},
	feedback() {
		return undefined;
	},
	solution(key, locale) {
		return accepted(key, locale)[0] ?? null;
	},
};

/** The words of the learner's language; of all languages, in their order, where it has none. */
function accepted(key: KeyOf<'text'>, locale: Locale): string[] {
	const own = key.accept[locale] ?? [];
	return own.length > 0 ? own : locales.flatMap((each) => key.accept[each] ?? []);
}
