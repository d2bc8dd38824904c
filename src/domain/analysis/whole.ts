/** Figures of a whole test. */
import { momentsOf, sum } from './moments.ts';
import { pairsOf } from './item.ts';
import type { CountedTest, TotalCount } from './cases.ts';

export interface Bar {
	/** Points, from this on … */
	from: number;
	/** … to below this; the last bar holds those with all points too. */
	to: number;
	people: number;
}

/** Null: cannot be told; never NaN. Points unless said. */
export interface TestFigures {
	people: number;
	maxScore: number;
	mean: number | null;
	median: number | null;
	standardDeviation: number | null;
	/** Of a sample, k3 / k2^1.5; from three people on. */
	skewness: number | null;
	/** Above that of the normal distribution, k4 / k2^2; from four people on. */
	kurtosis: number | null;
	/** Cronbach's alpha, at most 1; below 0 where items go against each other. */
	alpha: number | null;
	/** Of measurement: about two thirds of people would score within it if asked again. */
	standardError: number | null;
	distribution: Bar[];
}

export function testFigures(test: CountedTest): TestFigures {
	const spread = spreadOf(test.totals);
	const alpha = alphaOf(test);
	const { standardDeviation } = spread;
	return {
		...spread,
		maxScore: test.maxScore,
		alpha,
		standardError:
			alpha === null || standardDeviation === null ? null : standardDeviation * Math.sqrt(1 - alpha),
		distribution: barsOf(test),
	};
}

/**
 * Cronbach's alpha (Cronbach 1951, Psychometrika 16), of which KR-20 (Kuder and Richardson 1937) is the case of items
 * that are right or wrong: k / (k - 1) x C / (V + C), with V the mean variance of an item and C the mean covariance of
 * an item with the rest of the test, which where everybody was asked everything is the usual k / (k - 1) x (1 - sum of
 * variances / variance of totals). Where people were asked different items, k is how many a person was asked on the
 * mean, and alpha an estimate for a test of that length.
 */
export function alphaOf({ items, totals }: Pick<CountedTest, 'items' | 'totals'>): number | null {
	const people = sum(totals, ({ count }) => count);
	const moments = items.flatMap((item) => momentsOf(pairsOf(item)) ?? []).filter(({ n }) => n > 1);
	if (people < 2 || moments.length < 2) return null;
	const length = sum(moments, ({ n }) => n) / people;
	const variance = sum(moments, ({ varianceX }) => varianceX) / moments.length;
	const covariance = sum(moments, (one) => one.covariance) / moments.length;
	// Where totals do not vary, rounding alone is left of this sum.
	if (length <= 1 || variance + covariance <= 1e-12 * variance) return null;
	return Math.min(1, ((length / (length - 1)) * covariance) / (variance + covariance));
}

export type Reliability = 'high' | 'fair' | 'low';

/** How far scores can be relied on: 0.7 is modest, 0.8 enough but for grave decisions (Nunnally 1978, Psychometric Theory). */
export function reliabilityOf(alpha: number): Reliability {
	if (alpha >= 0.8) return 'high';
	return alpha >= 0.7 ? 'fair' : 'low';
}

type Spread = Pick<TestFigures, 'people' | 'mean' | 'median' | 'standardDeviation' | 'skewness' | 'kurtosis'>;

/** Skewness and kurtosis by k-statistics, as Moodle has them (Fisher 1930; "Quiz statistics calculations"). */
function spreadOf(totals: readonly TotalCount[]): Spread {
	const moments = momentsOf(totals.map(({ total, count }) => ({ x: total, y: 0, count })));
	if (!moments) {
		return {
			people: 0,
			mean: null,
			median: null,
			standardDeviation: null,
			skewness: null,
			kurtosis: null,
		};
	}
	const { n, meanX: mean, varianceX: k2 } = moments;
	const m = (power: number) => sum(totals, ({ total, count }) => count * (total - mean) ** power) / n;
	const k3 = (n * n * m(3)) / ((n - 1) * (n - 2));
	const k4 = (n * n * ((n + 1) * m(4) - 3 * (n - 1) * m(2) ** 2)) / ((n - 1) * (n - 2) * (n - 3));
	return {
		people: n,
		mean,
		median: medianOf(totals, n),
		standardDeviation: n > 1 ? Math.sqrt(k2) : null,
		skewness: n > 2 && k2 > 0 ? k3 / k2 ** 1.5 : null,
		kurtosis: n > 3 && k2 > 0 ? k4 / k2 ** 2 : null,
	};
}

function medianOf(totals: readonly TotalCount[], n: number): number {
	const sorted = [...totals].sort((a, b) => a.total - b.total);
	const at = (rank: number) => {
		let counted = 0;
		return sorted.find(({ count }) => (counted += count) > rank)!.total;
	};
	return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

const mostBars = 20;

/** A bar a point, or twenty of equal width. Points below nought stand in the first, above the most in the last. */
function barsOf({ totals, maxScore }: CountedTest): Bar[] {
	if (totals.length === 0 || maxScore <= 0) return [];
	const isByPoint = Number.isInteger(maxScore) && maxScore < mostBars;
	const amount = isByPoint ? maxScore + 1 : mostBars;
	const width = isByPoint ? 1 : maxScore / mostBars;
	const bars = Array.from({ length: amount }, (_, index) => ({
		from: index * width,
		to: Math.min((index + 1) * width, maxScore),
		people: 0,
	}));
	for (const { total, count } of totals) {
		// What is a hair below a bound for rounding stands at it.
		const index = Math.min(amount - 1, Math.max(0, Math.floor(total / width + 1e-9)));
		bars[index]!.people += count;
	}
	return bars;
}
