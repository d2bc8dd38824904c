/** How a mark stands in the form that it is given by: `points/<criterion>`, `remarks/<criterion>` and `comment`. */
import type { GradingTask, Mark, MarkRequest } from '#schemas/grading.ts';
import { textOf } from '#lib/forms.ts';
import { pointsIn } from './points.ts';

export type MarkFields = Record<string, string>;

export const pointsField = (criterion: string) => `points/${criterion}`;
export const remarkField = (criterion: string) => `remarks/${criterion}`;

/** What was typed, by the names of its fields. */
export function fieldsIn(form: FormData): MarkFields {
	const names = [...new Set(form.keys())].filter((name) => /^(points|remarks)\/|^comment$/.test(name));
	return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

/** The mark that these fields say; what is left open or is no number is left out, and the API asks for it. */
export function markIn(fields: MarkFields): Pick<Required<MarkRequest>, 'points' | 'remarks' | 'comment'> {
	const under = (prefix: string) =>
		Object.entries(fields).flatMap(([name, value]) =>
			name.startsWith(prefix) && value ? [[name.slice(prefix.length), value] as const] : [],
		);
	const points = under('points/').flatMap(([id, value]) => {
		const given = pointsIn(value);
		return given === null ? [] : [[id, given] as const];
	});
	return {
		points: Object.fromEntries(points),
		remarks: Object.fromEntries(under('remarks/')),
		comment: fields.comment ?? '',
	};
}

/** My last mark where it was made beside others and does not count, though the answer has its points. */
export function besideOf({ state, marks }: GradingTask): Mark | null {
	const mine = marks.findLast(({ isMine }) => isMine);
	const isLast = mine !== undefined && mine === marks.at(-1);
	return state === 'graded' && isLast && !mine.stands ? mine : null;
}

/**
 * What the form holds before anything is typed: the mark that was chosen (`take`, from 1), what I gave already, or what
 * counts now.
 */
export function startOf(task: GradingTask, take: number | null): MarkFields {
	const { state, marks } = task;
	const chosen = take === null ? undefined : marks[take - 1];
	const mine = besideOf(task) ?? (state === 'waits' ? marks.findLast(({ isMine }) => isMine) : undefined);
	const standing = state === 'graded' ? marks.filter(({ stands }) => stands) : [];
	return fieldsOf(chosen ? [chosen] : mine ? [mine] : standing);
}

/** Several marks as one: the mean of their points, and all that they say. */
function fieldsOf(marks: readonly Mark[]): MarkFields {
	const joined = (words: readonly string[]) => words.filter(Boolean).join('\n');
	const idsOf = (pick: (mark: Mark) => object) => [
		...new Set(marks.flatMap((mark) => Object.keys(pick(mark)))),
	];
	const mean = (id: string) => marks.reduce((sum, { points }) => sum + (points[id] ?? 0), 0) / marks.length;
	return Object.fromEntries([
		...idsOf(({ points }) => points).map((id) => [pointsField(id), String(mean(id))]),
		...idsOf(({ remarks }) => remarks).map((id) => [
			remarkField(id),
			joined(marks.map(({ remarks }) => remarks[id] ?? '')),
		]),
		['comment', joined(marks.map(({ comment }) => comment))],
	]);
}
