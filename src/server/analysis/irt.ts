import { readAnswered } from '#domain/analysis/answered.ts';
import type { IrtFit, IrtModel } from '#domain/analysis/irt.ts';
import type { Query } from '../db/query.ts';
import { selectLines, type QuizNames, type Slice } from './count-store.ts';
import { fitAside } from './fit-aside.ts';

/** A fit of so many takes a second or two, in a thread of its own. */
const mostPeople = 1000;

/**
 * Fits a model to the newest first attempts. `nameOf` gives each line its item.
 */
export async function fitted(
	query: Query,
	of: QuizNames,
	{
		slice,
		model,
		items,
		nameOf,
	}: {
		slice: Slice;
		model: IrtModel;
		items: readonly string[];
		nameOf(question: string, key: string): string;
	},
): Promise<IrtFit & { people: number }> {
	const people = await selectLines(query, of, slice, mostPeople);
	const places = new Map(items.map((item, place) => [item, place]));
	const matrix = people.map((lines) => {
		const row: (number | null)[] = items.map(() => null);
		for (const line of lines) {
			const { question, key, correct } = readAnswered(line);
			const place = places.get(nameOf(question, key));
			if (place !== undefined) row[place] = correct === 'true' ? 1 : 0;
		}
		return row;
	});
	const fit = await fitAside({ matrix, maxScores: items.map(() => 1), model });
	return { ...fit, people: people.length };
}
