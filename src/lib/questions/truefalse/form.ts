import { valuesOf, type AnswerForm } from '../form.ts';

export const truefalse: AnswerForm<'truefalse'> = {
	fromForm(fields, name) {
		const [value] = valuesOf(fields, name);
		return value === undefined ? null : value === 'true';
	},
	toForm(answer, name) {
		return typeof answer === 'boolean' ? [[name, String(answer)]] : [];
	},
};
