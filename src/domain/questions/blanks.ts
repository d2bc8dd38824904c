import type { Locale } from '#schemas/names.ts';
import type { AnswerOf, KeyOf } from '#schemas/question.ts';
import { foldText } from '../fold.ts';
import { isPairs, partner } from './pairs.ts';
import { readAs, shareOfPoints, unreadable, type QuestionRule } from './rule.ts';
import { acceptedWords, typedOf, writtenAs } from './typed.ts';

type Filled = AnswerOf<'blanks'>;
type BlankKey = KeyOf<'blanks'>['blanks'][string];

/**
 * Blanks in a text: the answer says for a blank the words typed in it, or the id of the option chosen,
 * `{"thu-do": "Hà Nội", "dia-hinh": "song"}`; those left out are still empty. Words are compared by `typedOf`. Score:
 * points x blanks filled rightly / all blanks.
 */
export const blanks: QuestionRule<'blanks'> = {
	read(answer, question, locale) {
		if (answer === null) return readAs(null);
		if (!isPairs(answer)) return unreadable('wrong-type');
		const filled: Filled = {};
		for (const [id, words] of Object.entries(answer)) {
			if (typeof words !== 'string') return unreadable('wrong-type');
			const blank = question.blanks?.find((each) => each.id === id);
			if (question.blanks && !blank) return unreadable('unknown-option');
			if (foldText(words, locale) === '') continue;
			if (blank?.options && !blank.options.includes(words)) return unreadable('unknown-option');
			filled[id] = words.normalize('NFC').trim();
		}
		return readAs(Object.keys(filled).length > 0 ? filled : null);
	},
	grade(key, answer, question, locale) {
		const wanted = Object.entries(key.blanks);
		const hits = wanted.filter(([id, blank]) => isRight(blank, answer && partner(answer, id), key, locale));
		return shareOfPoints(wanted.length === 0 ? 0 : hits.length / wanted.length, question);
	},
	feedback() {
		return undefined;
	},
	written(key, answer, locale) {
		return Object.entries(key.blanks).flatMap(([id, blank]) => {
			const typed = answer && partner(answer, id);
			const word = typed && wordTyped(blank, typed, key, locale);
			return (typed && word && writtenAs(typed, word, locale)) || [];
		});
	},
	solution(key, locale) {
		const right = Object.entries(key.blanks).flatMap(([id, blank]) => {
			const words = 'right' in blank ? blank.right : acceptedWords(blank.accept, locale)[0];
			return words === undefined ? [] : [[id, words] as const];
		});
		return Object.fromEntries(right);
	},
};

type Marks = Pick<KeyOf<'blanks'>, 'marks'>;

function isRight(blank: BlankKey, given: string | null | undefined, marks: Marks, locale: Locale): boolean {
	if (typeof given !== 'string') return false;
	return 'right' in blank ? given === blank.right : wordTyped(blank, given, marks, locale) !== undefined;
}

function wordTyped(blank: BlankKey, typed: string, { marks }: Marks, locale: Locale) {
	if ('right' in blank) return undefined;
	return typedOf(typed, acceptedWords(blank.accept, locale), { locale, marks: marks ?? false });
}
