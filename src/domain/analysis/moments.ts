/**
 * Means, spreads and correlations of values that are counted: a value with how often it occurred. All spreads are of a
 * sample (n - 1), as Moodle has them ("Quiz statistics calculations", docs.moodle.org/dev).
 */

/** Two values of one person, and how many people have these very two. */
export interface Pair {
	x: number;
	y: number;
	count: number;
}

export interface Moments {
	/** How many people. */
	n: number;
	meanX: number;
	meanY: number;
	/** 0 below two people, and where all values are the same but for what rounding leaves. */
	varianceX: number;
	varianceY: number;
	covariance: number;
}

/** Sums of fractions differ in their last digits: what is smaller than this, measured by the values, is nothing. */
const rounding = 1e-18;

/** Null: nobody. */
export function momentsOf(pairs: readonly Pair[]): Moments | null {
	const n = sum(pairs, ({ count }) => count);
	if (n === 0) return null;
	const meanX = sum(pairs, ({ x, count }) => x * count) / n;
	const meanY = sum(pairs, ({ y, count }) => y * count) / n;
	const per = Math.max(1, n - 1);
	const spread = (of: (pair: Pair) => number) => sum(pairs, (pair) => of(pair) * pair.count) / per;
	const varianceX = seen(
		spread(({ x }) => (x - meanX) ** 2),
		pairs.map(({ x }) => x),
	);
	const varianceY = seen(
		spread(({ y }) => (y - meanY) ** 2),
		pairs.map(({ y }) => y),
	);
	const varies = varianceX > 0 && varianceY > 0;
	const covariance = varies ? spread(({ x, y }) => (x - meanX) * (y - meanY)) : 0;
	return { n, meanX, meanY, varianceX, varianceY, covariance };
}

/** Pearson's correlation, -1 to 1; null where one of the two does not vary. */
export function correlationOf({ varianceX, varianceY, covariance }: Moments): number | null {
	if (varianceX === 0 || varianceY === 0) return null;
	return Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceX * varianceY)));
}

/**
 * The largest covariance that these values could have had: that of the same values, each of the two put into order by
 * itself (Moodle, "Quiz statistics calculations": discriminative efficiency).
 */
export function largestCovariance(pairs: readonly Pair[]): number {
	const xs = byValue(pairs, 'x');
	const ys = byValue(pairs, 'y');
	const sorted: Pair[] = [];
	for (let [i, j] = [0, 0]; i < xs.length && j < ys.length;) {
		const [x, y] = [xs[i]!, ys[j]!];
		const count = Math.min(x.count, y.count);
		sorted.push({ x: x.value, y: y.value, count });
		x.count -= count;
		y.count -= count;
		if (x.count === 0) i += 1;
		if (y.count === 0) j += 1;
	}
	return momentsOf(sorted)?.covariance ?? 0;
}

function byValue(pairs: readonly Pair[], which: 'x' | 'y'): { value: number; count: number }[] {
	return pairs.map((pair) => ({ value: pair[which], count: pair.count })).sort((a, b) => a.value - b.value);
}

function seen(variance: number, values: readonly number[]): number {
	const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
	return variance > rounding * size ** 2 ? variance : 0;
}

export function sum<T>(all: readonly T[], of: (one: T) => number): number {
	return all.reduce((total, one) => total + of(one), 0);
}
