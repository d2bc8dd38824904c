import { grade, readAnswer } from '#domain/questions/grade.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runs = { numRuns: 1000 };
type Pairs = Record<string, string>;
const things = fc.uniqueArray(fc.constantFrom(...'abcdefgh', 'constructor'), { minLength: 2 });
const headings = fc.uniqueArray(fc.constantFrom(...'uvwxyz', 'constructor'), { minLength: 3 });
/** Things and headings, of which the last is a decoy; a key that uses two of them or more; an answer, and a part of it. */
const sorted = fc
	.tuple(things, headings)
	.chain(([options, targets]) => {
		const under = (ids: string[]) =>
			fc
				.array(fc.constantFrom(...ids), { minLength: options.length, maxLength: options.length })
				.map((chosen): Pairs => Object.fromEntries(options.map((id, index) => [id, chosen[index]!])));
		return fc.record({
			options: fc.constant(options),
			targets: fc.constant(targets),
			key: under(targets.slice(0, -1)),
			answer: under(targets),
			given: fc.subarray(options),
		});
	})
	.filter(({ key }) => new Set(Object.values(key)).size > 1);

describe.each(['group', 'matrix'] as const)('%s', (kind) => {
	const score = (key: Pairs, answer: Pairs, ids: { options: string[]; targets: string[] }) =>
		grade({ kind, points: 1, ...ids }, { kind, right: key }, answer, 'vi');

	it('gives the key all points and nothing else', () => {
		fc.assert(
			fc.property(sorted, ({ key, answer, given, ...ids }) => {
				expect(score(key, key, ids)).toEqual({ score: 1, maxScore: 1, correct: true });
				const some = Object.fromEntries(given.map((id) => [id, answer[id]!]));
				const isKey = given.length === ids.options.length && given.every((id) => some[id] === key[id]);
				const { score: points, correct } = score(key, some, ids);
				expect(correct === true).toBe(isKey);
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThanOrEqual(1);
			}),
			runs,
		);
	});

	it('gives nothing for everything under one heading', () => {
		fc.assert(
			fc.property(sorted, ({ key, ...ids }) => {
				for (const heading of ids.targets) {
					const all = Object.fromEntries(ids.options.map((id) => [id, heading]));
					expect(score(key, all, ids).score).toBeCloseTo(0, 12);
				}
				expect(score(key, {}, ids)).toEqual({ score: 0, maxScore: 1, correct: false });
			}),
			runs,
		);
	});

	it('gives more for each thing that is put right, and no more for one that is put wrong', () => {
		fc.assert(
			fc.property(sorted, fc.nat(), ({ key, answer, given, ...ids }, at) => {
				const thing = ids.options[at % ids.options.length]!;
				const { [thing]: _given, ...others } = Object.fromEntries(given.map((id) => [id, answer[id]!]));
				const without = score(key, others, ids).score;
				const right = score(key, { ...others, [thing]: key[thing]! }, ids).score;
				const wrong = score(key, { ...others, [thing]: ids.targets.at(-1)! }, ids).score;
				expect(right).toBeGreaterThanOrEqual(without);
				expect(wrong).toBeLessThanOrEqual(without);
				if (without > 0) expect(right).toBeGreaterThan(without);
				if (without > 0) expect(wrong).toBeLessThan(without);
			}),
			runs,
		);
	});

	it('refuses strangers and other shapes', () => {
		fc.assert(
			fc.property(sorted, ({ key, ...ids }) => {
				const [first = ''] = ids.options;
				expect(readAnswer({ kind, ...ids }, { ...key, la: ids.targets[0]! }, 'vi').ok).toBe(false);
				expect(readAnswer({ kind, ...ids }, { ...key, [first]: 'la' }, 'vi').ok).toBe(false);
				expect(readAnswer({ kind, ...ids }, [first], 'vi')).toEqual({ ok: false, reason: 'wrong-type' });
			}),
			runs,
		);
	});

	it('counts as its rule says', () => {
		const key = { a: 'x', b: 'x', c: 'x', d: 'y' };
		const ids = { options: ['a', 'b', 'c', 'd'], targets: ['x', 'y', 'z'] };
		expect(score(key, { a: 'x', d: 'y' }, ids).score).toBeCloseTo((1 / 3 + 1) / 2, 12);
		expect(score(key, { a: 'x', b: 'y', d: 'y' }, ids).score).toBeCloseTo((0 + 1) / 2, 12);
		expect(score(key, { d: 'x' }, ids)).toEqual({ score: 0, maxScore: 1, correct: false });
		// Of three headings a wrong one takes half of what a right one gives.
		const three = { a: 'x', b: 'y', c: 'z' };
		expect(score(three, { a: 'x', b: 'x' }, ids).score).toBeCloseTo((1 - 1 / 2) / 3, 12);
	});
});
