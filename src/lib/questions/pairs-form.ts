import { valuesOf, type AnswerForm } from './form.ts';

/** `name.<option>`: the id of what the option goes with, or what stands in a blank. Given sorted by option, so that the same pairs are the same answer. */
export const pairsForm: AnswerForm<'match' | 'group' | 'matrix' | 'blanks'> = {
	fromForm(fields, name) {
		const pairs = [...new Set(fields.keys())]
			.filter((field) => field.startsWith(`${name}.`))
			.sort()
			.flatMap((field) =>
				valuesOf(fields, field)
					.slice(0, 1)
					.map((target) => [field.slice(name.length + 1), target] as const),
			);
		return pairs.length > 0 ? Object.fromEntries(pairs) : null;
	},
	toForm(answer, name) {
		if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return [];
		return Object.entries(answer).map(([option, target]) => [`${name}.${option}`, target]);
	},
};
