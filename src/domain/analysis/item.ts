import { flagsOf, suspectOption, type Flag } from './flags.ts';
import { correlationOf, largestCovariance, momentsOf, sum, type Moments, type Pair } from './moments.ts';
import { optionCounts, thirdsOf, type OptionCount, type Thirds } from './thirds.ts';
import type { Case, ItemCases } from './cases.ts';

/**
 * Figures of one item: facility, spread, time and what was left empty of all answers; all that goes along with the rest
 * of the test of each person's first. Null: cannot be told, for want of people or because nothing varies; never NaN.
 */
export interface ItemFigures {
	item: string;
	/** How many were asked it. */
	people: number;
	/** How often it was asked, of the same people again too. */
	attempts: number;
	maxScore: number;
	/** Mean points by most points, 0 to 1. */
	facility: number | null;
	/** In points (n - 1). */
	standardDeviation: number | null;
	/** 100 x Pearson's correlation of the points for the item and those for all else, -100 to 100. */
	discrimination: number | null;
	/** 100 x that covariance by the largest that these very points could have had; at most 100. */
	efficiency: number | null;
	/** The same correlation, -1 to 1. */
	itemRest: number | null;
	/** Share of those asked who left it empty, 0 to 1. */
	empty: number | null;
	meanSeconds: number | null;
	thirds: Thirds | null;
	options: OptionCount[];
	/** The option that may be the right one. */
	suggestedKey: string | null;
	flags: Flag[];
}

/** An item beside the rest of the test. */
export function pairsOf({ cases }: Pick<ItemCases, 'cases'>): Pair[] {
	return cases.map(({ score, total, count }) => ({ x: score, y: total - score, count }));
}

/**
 * Figures as Moodle has them ("Quiz statistics calculations", docs.moodle.org/dev): discrimination index
 * 100 x r(item, total - item), discriminative efficiency 100 x cov(item, total - item) / largest such covariance.
 */
export function itemFigures(one: ItemCases): ItemFigures {
	const asked = [...one.cases, ...(one.repeats ?? [])];
	const all = momentsOf(pairsOf({ cases: asked }));
	const pairs = pairsOf(one);
	const moments = momentsOf(pairs);
	const enough = moments && moments.n > 1 ? moments : null;
	const itemRest = enough && correlationOf(enough);
	const options = optionCounts(one);
	const thirds = thirdsOf(one);
	const figures = {
		item: one.item,
		people: moments?.n ?? 0,
		attempts: all?.n ?? 0,
		maxScore: one.maxScore,
		facility: all && all.meanX / one.maxScore,
		standardDeviation: all && all.n > 1 ? Math.sqrt(all.varianceX) : null,
		discrimination: itemRest === null ? null : 100 * itemRest,
		efficiency: enough && efficiencyOf(enough, pairs),
		itemRest,
		empty: one.emptyIsKnown ? emptyOf(asked) : null,
		meanSeconds: one.meanSeconds ?? null,
		thirds,
		options,
		suggestedKey:
			thirds && suspectOption(options, { lower: thirds.lower.people, upper: thirds.upper.people }),
	};
	return { ...figures, flags: flagsOf(figures) };
}

function efficiencyOf(moments: Moments, pairs: readonly Pair[]): number | null {
	if (correlationOf(moments) === null) return null;
	const largest = largestCovariance(pairs);
	return largest > 0 ? (100 * moments.covariance) / largest : null;
}

function emptyOf(asked: readonly Case[]): number | null {
	const all = sum(asked, ({ count }) => count);
	const left = asked.filter(({ chosen }) => chosen?.length === 0);
	return all === 0 ? null : sum(left, ({ count }) => count) / all;
}
