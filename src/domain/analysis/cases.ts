/** What is known of the answers to one item, counted. */

/** People who are alike in one item: in what they scored, in all they scored, and in what they chose. */
export interface Case {
	/** Points for this item. */
	score: number;
	/** Points for the whole test, this item among them. */
	total: number;
	/** What they chose; empty: left empty. Null: they answered by nothing that could be counted, or it is not known. */
	chosen: readonly string[] | null;
	/** How many people. */
	count: number;
}

export interface ItemCases {
	item: string;
	/** The most points that it gives, above 0. */
	maxScore: number;
	cases: readonly Case[];
	/**
	 * Of people who had taken the test before, and stand in `cases` already. They count in what is told of answers, not in
	 * what is told of people, such as a correlation.
	 */
	repeats?: readonly Case[];
	/** What is right to choose; null: not known. */
	right: readonly string[] | null;
	/** Whether whoever leaves it empty can be told from whoever answers wrongly. */
	emptyIsKnown: boolean;
	/** Mean seconds spent on it, of those of whom it is known; absent or null: of nobody. */
	meanSeconds?: number | null;
}

/** People with the same points for the whole test. */
export interface TotalCount {
	total: number;
	count: number;
}

/** A test, counted: what its figures are made from, whether it was read from a file or counted by a database. */
export interface CountedTest {
	items: readonly ItemCases[];
	totals: readonly TotalCount[];
	/** The most points that a person could score; the mean of it where people were asked different items. */
	maxScore: number;
}

/** People by items, in points; null: not asked. */
export type ScoreMatrix = readonly (readonly (number | null)[])[];

export interface MatrixItem {
	item: string;
	maxScore: number;
	right?: readonly string[] | null;
	/** By person: what they chose, null where it is not known. */
	chosen?: readonly (readonly string[] | null)[];
}

/** Counts a matrix. Whoever was asked nothing is nobody. */
export function countedFrom(matrix: ScoreMatrix, items: readonly MatrixItem[]): CountedTest {
	const people = matrix
		.map((row, person) => ({ row, person, total: row.reduce<number>((all, one) => all + (one ?? 0), 0) }))
		.filter(({ row }) => row.some(isAsked));
	const most = people.map(({ row }) =>
		row.reduce<number>((all, score, index) => all + (isAsked(score) ? items[index]!.maxScore : 0), 0),
	);
	return {
		items: items.map((one, index) => ({
			item: one.item,
			maxScore: one.maxScore,
			right: one.right ?? null,
			emptyIsKnown: one.chosen !== undefined,
			cases: alike(
				people.flatMap(({ row, person, total }) => {
					const score = row[index];
					if (!isAsked(score)) return [];
					return [{ score, total, chosen: one.chosen?.[person] ?? null, count: 1 }];
				}),
			),
		})),
		totals: people.map(({ total }) => ({ total, count: 1 })),
		maxScore: most.length === 0 ? 0 : most.reduce((all, one) => all + one, 0) / most.length,
	};
}

function isAsked(score: number | null | undefined): score is number {
	return score !== null && score !== undefined;
}

/** The same people, those who are alike counted together. */
function alike(cases: readonly Case[]): Case[] {
	const found = new Map<string, Case>();
	for (const one of cases) {
		const key = JSON.stringify([one.score, one.total, one.chosen]);
		const known = found.get(key);
		if (known) known.count += one.count;
		else found.set(key, { ...one });
	}
	return [...found.values()];
}
