import type { Locale } from '#schemas/names.ts';
import type { AnswerOf, PlainAnswer, QuestionKind } from '#schemas/question.ts';

export type Fields = Pick<FormData, 'getAll' | 'keys'>;
export type FormEntry = [field: string, value: string];

/** How one kind of question stands in a form: `name` is the field's, `name.<sub id>` that of a part of it. */
export interface AnswerForm<K extends QuestionKind> {
	/** Null where nothing is given. What is no answer of this kind is handed on as it stands: the server refuses it. */
	fromForm(fields: Fields, name: string): PlainAnswer;
	/**
	 * The fields that hold this answer, none for null. Numbers are written as `locale` reads them; without it, the
	 * answer must be as a form gave it.
	 */
	toForm(answer: AnswerOf<K> | null, name: string, locale?: Locale): FormEntry[];
}

/** What was typed or chosen under a name, without blanks around it and without empty fields. */
export function valuesOf(fields: Fields, name: string): string[] {
	return fields
		.getAll(name)
		.filter((value): value is string => typeof value === 'string')
		.map((value) => value.normalize('NFC').trim())
		.filter((value) => value !== '');
}

/** One value in an object of its own: `{ [part]: value }`. */
export function onePart<P extends 'text' | 'upload'>(part: P) {
	return {
		fromForm(fields: Fields, name: string) {
			const [value] = valuesOf(fields, name);
			return value === undefined ? null : { [part]: value.replace(/\r\n?/g, '\n') };
		},
		toForm(answer: Record<P, string> | null, name: string): FormEntry[] {
			const value = answer?.[part];
			return value ? [[name, value]] : [];
		},
	};
}

/** One value under one name: a choice, or words. */
export const oneValue: AnswerForm<'single' | 'text' | 'hotspot'> = {
	fromForm(fields, name) {
		return valuesOf(fields, name)[0] ?? null;
	},
	toForm(answer, name) {
		return typeof answer === 'string' && answer !== '' ? [[name, answer]] : [];
	},
};
