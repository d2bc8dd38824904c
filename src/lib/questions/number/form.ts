import { writeNumber } from '#domain/questions/write-number.ts';
import { oneValue, type AnswerForm } from '../form.ts';

/** A number is given as it was typed, and shown with the decimal mark of the language that it is read in. */
export const number: AnswerForm<'number'> = {
	fromForm(fields, name) {
		return oneValue.fromForm(fields, name);
	},
	toForm(answer, name, locale) {
		if (typeof answer !== 'number') return oneValue.toForm(answer, name);
		return [[name, writeNumber(answer, locale ?? 'en')]];
	},
};
