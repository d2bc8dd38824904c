import { valuesOf, type AnswerForm } from '../form.ts';

/** Ticks under one name. Their order means nothing: they are given sorted, so that the same ticks are the same answer. */
export const multiple: AnswerForm<'multiple'> = {
	fromForm(fields, name) {
		const ticked = valuesOf(fields, name);
		return ticked.length > 0 ? ticked.sort() : null;
	},
	toForm(answer, name) {
		return Array.isArray(answer) ? answer.map((id) => [name, id]) : [];
	},
};
