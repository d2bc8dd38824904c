import { sum } from './moments.ts';
import type { Case, ItemCases } from './cases.ts';

/** What was chosen, and by whom: counts of people. */
export interface OptionCount {
	option: string;
	right: boolean;
	people: number;
	/** Of those who did the rest of the test worst, and best. */
	lower: number;
	upper: number;
}

export interface Thirds {
	/** How many people are in each. */
	lower: { people: number; facility: number };
	upper: { people: number; facility: number };
}

interface Split {
	lower: Case[];
	upper: Case[];
}

/**
 * The third of the people who did worst in the rest of the test (all but this item, so that a wrong key does not sort
 * them), and the third who did best. Who is level with the last of a third belongs to it: thirds can be larger than a
 * third. Null where nothing tells the two apart. (Upper and lower groups: Kelley 1939, "The selection of upper and lower
 * groups for the validation of test items", J. Educ. Psychol. 30; thirds are usual in schools.)
 */
function split(cases: readonly Case[]): Split | null {
	const sorted = cases.map((one) => ({ one, rest: rest(one) })).sort((a, b) => a.rest - b.rest);
	const all = sum(cases, ({ count }) => count);
	const bound = (from: typeof sorted) => {
		let counted = 0;
		return from.find(({ one }) => (counted += one.count) * 3 >= all)?.rest;
	};
	const [low, high] = [bound(sorted), bound([...sorted].reverse())];
	if (low === undefined || high === undefined || high - low < 1e-9) return null;
	const within = (keep: (rest: number) => boolean) =>
		sorted.filter((each) => keep(each.rest)).map(({ one }) => one);
	return { lower: within((each) => each < low + 1e-9), upper: within((each) => each > high - 1e-9) };
}

const rest = ({ total, score }: Case) => total - score;
const peopleIn = (cases: readonly Case[]) => sum(cases, ({ count }) => count);

/** How many people, and how well they did in the item: mean points by most points. Null: there are no thirds. */
export function thirdsOf({ cases, maxScore }: ItemCases): Thirds | null {
	const parts = split(cases);
	if (!parts) return null;
	const figures = (of: readonly Case[]) => ({
		people: peopleIn(of),
		facility: sum(of, ({ score, count }) => score * count) / peopleIn(of) / maxScore,
	});
	return { lower: figures(parts.lower), upper: figures(parts.upper) };
}

/** Every option that is right or was chosen, the most chosen first. Empty where nothing is known of choices. */
export function optionCounts({ cases, right }: ItemCases): OptionCount[] {
	const known = cases.filter(({ chosen }) => chosen !== null);
	if (known.length === 0) return [];
	const parts = split(known);
	const tally = (of: readonly Case[]) => {
		const counts = new Map<string, number>();
		for (const { chosen, count } of of)
			for (const option of chosen ?? []) counts.set(option, (counts.get(option) ?? 0) + count);
		return counts;
	};
	const [all, lower, upper] = [tally(known), tally(parts?.lower ?? []), tally(parts?.upper ?? [])];
	const options = [...new Set([...(right ?? []), ...all.keys()])].map((option) => ({
		option,
		right: right?.includes(option) ?? false,
		people: all.get(option) ?? 0,
		lower: lower.get(option) ?? 0,
		upper: upper.get(option) ?? 0,
	}));
	return options.sort((a, b) => b.people - a.people || (a.option < b.option ? -1 : 1));
}
