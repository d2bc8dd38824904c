import { valuesOf, type AnswerForm } from '../form.ts';

/** `name.1`, `name.2` …: the id of what stands there. Places that are left open close up. */
export const order: AnswerForm = {
	fromForm(fields, name) {
		const places = [...new Set(fields.keys())]
			.map((field) => ({ field, place: placeOf(field, name) }))
			.filter(({ place }) => place > 0)
			.sort((a, b) => a.place - b.place);
		const ids = places.flatMap(({ field }) => valuesOf(fields, field).slice(0, 1));
		return ids.length > 0 ? ids : null;
	},
	toForm(answer, name) {
		return Array.isArray(answer) ? answer.map((id, index) => [`${name}.${index + 1}`, id]) : [];
	},
};

/** 0 for a field that is no place of this question. */
function placeOf(field: string, name: string): number {
	const rest = field.startsWith(`${name}.`) ? field.slice(name.length + 1) : '';
	return /^[1-9]\d{0,2}$/.test(rest) ? Number(rest) : 0;
}
