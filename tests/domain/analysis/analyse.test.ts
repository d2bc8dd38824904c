import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, countedFrom, type ScoreMatrix } from '#domain/analysis/analyse.ts';
import { fitItems } from '#domain/analysis/irt.ts';
import { randomFrom } from '#domain/random.ts';

const named = (count: number, maxScore = 1) =>
	Array.from({ length: count }, (_, index) => ({ item: `${index + 1}`, maxScore }));
const analysed = (matrix: ScoreMatrix) => analyse(countedFrom(matrix, named(matrix[0]?.length ?? 0)));

/** 90 people, better from one to the next, at six questions with options A to D; the key of question 3 is B. */
function answersOfAClass(keys: string[]) {
	const random = randomFrom('a class');
	const answers = Array.from({ length: 90 }, (_, person) =>
		['A', 'C', 'B', 'D', 'A', 'C'].map((right) =>
			random() < 0.15 + person / 110 ? right : ['A', 'B', 'C', 'D'][Math.floor(random() * 4)]!,
		),
	);
	return analyse(
		countedFrom(
			answers.map((row) => row.map((answer, index) => (answer === keys[index] ? 1 : 0))),
			keys.map((key, index) => ({
				item: `${index + 1}`,
				maxScore: 1,
				right: [key],
				chosen: answers.map((row) => [row[index]!]),
			})),
		),
	);
}

describe('a planted wrong key', () => {
	it('is found, with the option that is right', () => {
		const { items } = answersOfAClass(['A', 'C', 'D', 'D', 'A', 'C']);
		expect(items.map(({ suggestedKey }) => suggestedKey)).toEqual([null, null, 'B', null, null, null]);
		expect(items[2]!.flags).toContain('key-maybe-wrong');
	});
	it('is not seen where keys are right', () => {
		expect(answersOfAClass(['A', 'C', 'B', 'D', 'A', 'C']).items.flatMap(({ flags }) => flags)).toEqual([]);
	});
});

describe('what cannot be told is null', () => {
	it('nobody', () => {
		const found = analyse(countedFrom([], named(2)));
		expect(found).toMatchObject({
			people: 0,
			mean: null,
			alpha: null,
			standardError: null,
			distribution: [],
		});
		expect(found.items[0]).toMatchObject({ people: 0, facility: null, itemRest: null, empty: null });
	});
	it('one person', () => {
		const found = analysed([[1, 0]]);
		expect(found).toMatchObject({ people: 1, mean: 1, standardDeviation: null, alpha: null });
		expect(found.items[0]).toMatchObject({ facility: 1, standardDeviation: null, discrimination: null });
	});
	it('an item that all get right, and a test that does not vary', () => {
		const found = analysed([
			[1, 0],
			[1, 1],
			[1, 0],
		]);
		expect(found.items[0]).toMatchObject({ facility: 1, standardDeviation: 0, discrimination: null });
		expect(analysed([[0.1], [0.1], [0.1]])).toMatchObject({
			standardDeviation: 0,
			skewness: null,
			alpha: null,
		});
	});
	it('a person who was asked nothing is nobody', () => {
		expect(
			analysed([
				[1, 0],
				[null, null],
			]).people,
		).toBe(1);
	});
});

const score = fc.constantFrom(0, 0.25, 0.5, 1, null);
const matrix = fc
	.integer({ min: 1, max: 5 })
	.chain((items) => fc.array(fc.array(score, { minLength: items, maxLength: items }), { maxLength: 25 }));

describe('whatever was scored', () => {
	it('no figure is NaN or beyond its bounds', () => {
		fc.assert(
			fc.property(matrix, (rows) => {
				const found = analysed(rows);
				expect(
					JSON.stringify(found, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
				).not.toContain('NaN');
				for (const { facility, discrimination, efficiency } of found.items) {
					expect(facility ?? 0).toBeLessThanOrEqual(1);
					expect(Math.abs(discrimination ?? 0)).toBeLessThanOrEqual(100);
					expect(efficiency ?? 0).toBeLessThanOrEqual(100.000001);
				}
				expect(found.alpha ?? 0).toBeLessThanOrEqual(1);
				expect(found.distribution.reduce((all, { people }) => all + people, 0)).toBe(found.people);
			}),
		);
	});
	it('the order of people changes nothing', () => {
		fc.assert(
			fc.property(matrix, (rows) => {
				const [one, other] = [analysed(rows), analysed([...rows].reverse())];
				for (const [index, item] of one.items.entries())
					expect(item.itemRest ?? 0).toBeCloseTo(other.items[index]!.itemRest ?? 0, 9);
				expect(one.alpha ?? 0).toBeCloseTo(other.alpha ?? 0, 9);
			}),
		);
	});
	it('alpha is Cronbach’s where everybody was asked everything', () => {
		const full = fc.array(fc.tuple(...Array(4).fill(fc.integer({ min: 0, max: 3 }))), {
			minLength: 2,
			maxLength: 30,
		});
		const variance = (values: number[]) => {
			const mean = values.reduce((a, b) => a + b, 0) / values.length;
			return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
		};
		fc.assert(
			fc.property(full as fc.Arbitrary<number[][]>, (rows) => {
				const whole = variance(rows.map((row) => row.reduce((a, b) => a + b, 0)));
				const { alpha } = analyse(countedFrom(rows, named(4, 3)));
				if (whole < 1e-9) {
					expect(alpha).toBeNull();
					return;
				}
				const parts = [0, 1, 2, 3].reduce((sum, item) => sum + variance(rows.map((row) => row[item]!)), 0);
				expect(alpha).toBeCloseTo((4 / 3) * (1 - parts / whole), 6);
			}),
		);
	});
	it('models settle on numbers or say that they do not', () => {
		fc.assert(
			fc.property(matrix, fc.constantFrom('1pl' as const, '2pl' as const), (rows, model) => {
				const { items, logLikelihood } = fitItems(rows, Array(rows[0]?.length ?? 0).fill(1), model);
				for (const value of [logLikelihood, ...items.flatMap((one) => [one.difficulty, one.discrimination])])
					expect(value === null || Number.isFinite(value)).toBe(true);
			}),
			{ numRuns: 30 },
		);
	});
});
