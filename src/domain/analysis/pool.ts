/** Items of many attempts, put together by question and key: a test, counted. */
import { sum } from './moments.ts';
import type { Case, CountedTest, ItemCases, TotalCount } from './cases.ts';
import { readAnswered, type AnsweredItem } from './answered.ts';

/** Attempts that are alike in one item, as a database counts them. */
export interface AnsweredCount {
	/** As `writeAnswered` has it. */
	line: string;
	/** Points of the whole attempt. */
	total: number;
	/** A person's first attempt at the test. */
	isFirst: boolean;
	count: number;
	/** Of those whose time is known: how many, and their seconds together. */
	timed: number;
	seconds: number;
}

/** Attempts that are alike as a whole. */
export interface TotalsCount extends TotalCount {
	maxScore: number;
	isFirst: boolean;
	passed: boolean;
}

/** A question and the key by which its answers are graded. */
export interface Revision {
	question: string;
	key: string;
	/** Answers that do not count: the question is on trial, or was dropped. */
	uncounted: number;
	/** Answers faster than the question can be read. */
	fast: number;
	/** How answers went, by how sure people were: `[right, not right]` for 1, 2 and 3; null: nobody was asked. */
	sure: Record<1 | 2 | 3, [right: number, wrong: number]> | null;
	cases: ItemCases;
}

export interface Pooled {
	revisions: Revision[];
	/** Whole tests, of what counts alone. */
	test: CountedTest;
}

interface Names {
	/** What a question is called now. */
	nameOf(question: string): string;
	/** What would have been right; null: nothing is chosen. */
	rightOf(question: string, key: string): readonly string[] | null;
}

interface Pool {
	name: { question: string; key: string };
	items: (AnsweredCount & { item: AnsweredItem })[];
}

/**
 * Answers are pooled by question and key, so that a key that was corrected has figures of its own. Points are told by the
 * most that the question gave at any time; one that never counted gives 1, by whether it was right.
 */
export function pooled(
	counts: readonly AnsweredCount[],
	totals: readonly TotalsCount[],
	names: Names,
): Pooled {
	const pools = new Map<string, Pool>();
	for (const count of counts) {
		const item = readAnswered(count.line);
		const name = { question: names.nameOf(item.question), key: item.key };
		const id = `${name.question}|${name.key}`;
		const pool = pools.get(id) ?? { name, items: [] };
		pool.items.push({ ...count, item });
		pools.set(id, pool);
	}
	const all = [...pools.values()];
	const firsts = totals.filter(({ isFirst }) => isFirst);
	const people = sum(firsts, ({ count }) => count);
	return {
		revisions: all.map((pool) => revisionOf(pool, names)),
		test: {
			items: all.map((pool) => casesOf(pool, names, ({ item }) => item.maxScore > 0)),
			totals: firsts,
			maxScore: people === 0 ? 0 : sum(firsts, ({ maxScore, count }) => maxScore * count) / people,
		},
	};
}

function revisionOf(pool: Pool, names: Names): Revision {
	const of = (is: (item: AnsweredItem) => boolean) =>
		sum(
			pool.items.filter(({ item }) => is(item)),
			({ count }) => count,
		);
	return {
		...pool.name,
		uncounted: of(({ maxScore }) => maxScore === 0),
		fast: of(({ isFast }) => isFast === true),
		sure: sureOf(of),
		cases: casesOf(pool, names, () => true),
	};
}

function sureOf(of: (is: (item: AnsweredItem) => boolean) => number): Revision['sure'] {
	const at = (level: 1 | 2 | 3): [number, number] => [
		of(({ confidence, correct }) => confidence === level && correct === 'true'),
		of(({ confidence, correct }) => confidence === level && correct !== 'true'),
	];
	return of(({ confidence }) => confidence !== null) === 0 ? null : { 1: at(1), 2: at(2), 3: at(3) };
}

type Counted = Pool['items'][number];

function casesOf({ name, items }: Pool, names: Names, keep: (one: Counted) => boolean): ItemCases {
	const maxScore = items.reduce((most, { item }) => Math.max(most, item.maxScore), 0) || 1;
	const kept = items.filter(keep);
	const cases = (isFirst: boolean) =>
		kept.filter((one) => one.isFirst === isFirst).map((one) => caseOf(one, maxScore));
	const timed = sum(kept, (one) => one.timed);
	return {
		item: name.question,
		maxScore,
		cases: cases(true),
		repeats: cases(false),
		right: names.rightOf(name.question, name.key),
		emptyIsKnown: true,
		meanSeconds: timed === 0 ? null : sum(kept, ({ seconds }) => seconds) / timed,
	};
}

function caseOf({ item, total, count }: Counted, maxScore: number): Case {
	const isCounted = item.maxScore > 0;
	const score = (isCounted ? item.score / item.maxScore : shareOf(item)) * maxScore;
	// What is left of the total without the item stays as it is.
	return { score, total: total + score - (isCounted ? item.score : 0), chosen: item.chosen, count };
}

function shareOf({ correct }: AnsweredItem): number {
	if (correct === 'partially') return 0.5;
	return correct === 'true' ? 1 : 0;
}
