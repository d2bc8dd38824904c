import { expect, test } from '@playwright/test';
import { pairsOf, pairwise, product, type Dimensions } from './pairs.ts';

const cases: Dimensions[] = [
	{ locale: ['vi', 'km', 'en'], theme: ['light', 'dark'], size: ['normal', 'large'], width: [360, 1280] },
	{ a: [1, 2, 3], b: [1, 2, 3], c: [1, 2, 3], d: [1, 2, 3] },
	{ a: [1], b: [true, false] },
];

for (const dimensions of cases) {
	test(`pairs of ${JSON.stringify(dimensions)}: all are covered, by fewer rows`, () => {
		const wanted = new Set(product(dimensions).flatMap(pairsOf));
		const rows = pairwise(dimensions);
		const covered = new Set(rows.flatMap(pairsOf));
		expect([...wanted].filter((pair) => !covered.has(pair))).toEqual([]);
		expect([...covered].filter((pair) => !wanted.has(pair))).toEqual([]);
		expect(rows.length).toBeLessThanOrEqual(product(dimensions).length);
	});
}

test('four dimensions of the pages take six rows, the least there can be', () => {
	expect(pairwise(cases[0]!)).toHaveLength(6);
	expect(product(cases[0]!)).toHaveLength(24);
});
