import { foldText } from '#domain/fold.ts';
import type { KeyOf } from '#schemas/question.ts';
import type { WrittenAnswer } from '../quiz/parsed.ts';
import { marksCount, noFields, type Authoring } from './authoring.ts';

/** `= Hà Nội | Hanoi`: words that are right, in every language its own. */
export const text: Authoring<'text'> = {
	form: 'written',
	written: {
		takes() {
			return true;
		},
		read: readWords,
	},
	orderIsKey: false,
	fields: noFields,
	check({ answer, place }, problems) {
		if (!answer) problems.add('no-answer', place, {});
		else if (answer.kind === 'text' && answer.words.length === 0)
			problems.add('text-empty', answer.place, {});
	},
	key(original, own) {
		const accept: KeyOf<'text'>['accept'] = {};
		for (const { locale, question } of own) {
			const { answer } = question;
			if (answer?.kind === 'text' && answer.words.length > 0) accept[locale] = answer.words;
		}
		return { kind: 'text', accept, ...(marksCount(original) && { marks: true as const }) };
	},
	checkTranslation({ answer, place }, _original, { locale, problems }) {
		const words = answer?.kind === 'text' ? answer.words : [];
		if (words.length === 0) problems.add('translation-words-missing', place, { field: '=', locale });
	},
};

export function readWords(written: string): WrittenAnswer {
	return { kind: 'text', words: written.split('|').map((each) => each.replace(/\s+/g, ' ').trim()) };
}

/** Words that can be compared: those that fold to nothing are dropped. */
export function usableWords(words: readonly string[], locale: Parameters<typeof foldText>[1]): string[] {
	return words.filter((each) => foldText(each, locale) !== '');
}
