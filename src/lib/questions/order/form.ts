import { mostOptions } from '#schemas/names.ts';
import { valuesOf, type AnswerForm } from '../form.ts';

/** `name.1`, `name.2` …: the id of what stands there. A place that is left open is null; those at the end are left out. */
export const order: AnswerForm<'order'> = {
	fromForm(fields, name) {
		const places = [...new Set(fields.keys())]
			.map((field) => ({ field, place: placeOf(field, name) }))
			.filter(({ place }) => place > 0)
			.sort((a, b) => a.place - b.place);
		const answer: (string | null)[] = [];
		for (const { field, place } of places) {
			const [id] = valuesOf(fields, field);
			if (id === undefined) continue;
			while (answer.length < place - 1) answer.push(null);
			answer.push(id);
		}
		return answer.length > 0 ? answer : null;
	},
	toForm(answer, name) {
		return Array.isArray(answer)
			? answer.flatMap((id, index) => (id === null ? [] : [[`${name}.${index + 1}`, id] as const]))
			: [];
	},
};

/** 0 for a field that is no place of this question. */
function placeOf(field: string, name: string): number {
	const rest = field.startsWith(`${name}.`) ? field.slice(name.length + 1) : '';
	return /^[1-9]\d?$/.test(rest) && Number(rest) <= mostOptions ? Number(rest) : 0;
}
