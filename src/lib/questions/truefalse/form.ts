import { valuesOf, type AnswerForm } from '../form.ts';

export const truefalse: AnswerForm<'truefalse'> = {
	fromForm(fields, name) {
		const [value] = valuesOf(fields, name);
		if (value === undefined) return null;
		return value === 'true' || value === 'false' ? value === 'true' : value;
	},
	toForm(answer, name) {
		return typeof answer === 'boolean' ? [[name, String(answer)]] : [];
	},
};
