import { randomFrom, sample, shuffle } from '#domain/random.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const letters = ['a', 'b', 'c', 'd'];

describe('randomFrom', () => {
	it('gives the same numbers for the same seed, others for another', () => {
		const numbers = (seed: string) => Array.from({ length: 50 }, randomFrom(seed));
		expect(numbers('một')).toEqual(numbers('một'));
		expect(numbers('một')).not.toEqual(numbers('hai'));
		expect(numbers('')).toEqual(numbers(''));
	});

	it('keeps its numbers from one release to the next, so that a draw can be done again from its seed', () => {
		const random = randomFrom('cung-hoc');
		expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([
			816533586, 3497303612, 1979923596,
		]);
	});

	it('stays in [0, 1) and spreads evenly, for seeds that differ in one character', () => {
		const bins = new Array<number>(10).fill(0);
		for (let seed = 0; seed < 2000; seed += 1) {
			const random = randomFrom(`seed-${seed}`);
			for (let turn = 0; turn < 10; turn += 1) {
				const value = random();
				expect(value >= 0 && value < 1).toBe(true);
				bins[Math.floor(value * 10)]! += 1;
			}
		}
		const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
		// 9 degrees of freedom: 27.9 is exceeded once in a thousand; the seeds are fixed, so this never wavers.
		expect(chiSquare).toBeLessThan(27.9);
	});
});

describe('shuffle', () => {
	it('keeps what is there, and leaves the list alone', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				const before = [...items];
				const numeric = (a: number, b: number) => a - b;
				expect(shuffle(items, seed).sort(numeric)).toEqual([...items].sort(numeric));
				expect(items).toEqual(before);
			}),
		);
	});

	it('gives one order a seed', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				expect(shuffle(items, seed)).toEqual(shuffle(items, seed));
			}),
		);
	});

	it('gives all 24 orders of four items about as often', () => {
		const orders = new Map<string, number>();
		for (let seed = 0; seed < 4800; seed += 1) {
			const order = shuffle(letters, String(seed)).join('');
			orders.set(order, (orders.get(order) ?? 0) + 1);
		}
		expect(orders.size).toBe(24);
		const chiSquare = [...orders.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
		// 23 degrees of freedom: 49.7 is exceeded once in a thousand.
		expect(chiSquare).toBeLessThan(49.7);
	});
});

describe('sample', () => {
	it.each([
		[0, 0],
		[-1, 0],
		[1, 1],
		[3, 3],
		[4, 4],
		[9, 4],
	])('draws %s of four: %s', (n, drawn) => {
		const items = sample(letters, n, 'seed');
		expect(items).toHaveLength(drawn);
		expect(new Set(items).size).toBe(drawn);
		expect(items.every((item) => letters.includes(item))).toBe(true);
	});

	it('draws each item about as often', () => {
		const counts = new Map<string, number>();
		for (let seed = 0; seed < 4000; seed += 1) {
			for (const item of sample(letters, 2, `s${seed}`)) counts.set(item, (counts.get(item) ?? 0) + 1);
		}
		for (const letter of letters) expect(Math.abs((counts.get(letter) ?? 0) - 2000)).toBeLessThan(110);
	});
});
