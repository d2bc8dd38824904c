import { grade, readAnswer } from '#domain/questions/grade.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const options = fc.uniqueArray(fc.constantFrom(...'abcdefgh', 'constructor'), { minLength: 2 });
const targets = fc.uniqueArray(fc.constantFrom(...'uvwxyz', 'constructor'), { minLength: 3 });
/** A key of some options and targets, of which the last is a decoy, and an answer to it. */
const matched = fc.tuple(options, targets).chain(([left, right]) => {
	const pairsTo = (ids: string[]) =>
		fc
			.array(fc.constantFrom(...ids), { minLength: left.length, maxLength: left.length })
			.map((chosen) => Object.fromEntries(left.map((id, index) => [id, chosen[index]!])));
	return fc.record({
		options: fc.constant(left),
		targets: fc.constant(right),
		key: pairsTo(right.slice(0, -1)),
		answer: pairsTo(right),
		given: fc.subarray(left),
	});
});
type Pairs = Record<string, string>;
const score = (key: Pairs, answer: Pairs, ids: { options: string[]; targets: string[] }) =>
	grade({ kind: 'match', points: 1, ...ids }, { kind: 'match', right: key }, answer, 'vi');

it('scores the same in whatever order pairs, options and targets stand', () => {
	fc.assert(
		fc.property(matched, fc.infiniteStream(fc.nat()), ({ key, answer, ...ids }, chance) => {
			const stirred = <T>(all: T[]) =>
				all
					.map((each) => [chance.next().value as number, each] as const)
					.sort(([a], [b]) => a - b)
					.map(([, each]) => each);
			const pairs = (all: Pairs) => Object.fromEntries(stirred(Object.entries(all)));
			const other = { options: stirred(ids.options), targets: stirred(ids.targets) };
			expect(score(pairs(key), pairs(answer), other)).toEqual(score(key, answer, ids));
		}),
	);
});

it('gives the key all points, and each pair that is wrong or left out costs its share', () => {
	fc.assert(
		fc.property(matched, ({ key, answer, given, ...ids }) => {
			const n = ids.options.length;
			expect(score(key, key, ids)).toEqual({ score: 1, maxScore: 1, correct: true });
			const some = Object.fromEntries(given.map((id) => [id, answer[id]!]));
			const right = given.filter((id) => some[id] === key[id]).length;
			expect(score(key, some, ids).score).toBeCloseTo(right / n, 12);
			const [first = ''] = ids.options;
			const wrong = { ...key, [first]: ids.targets.at(-1)! };
			expect(score(key, wrong, ids).score).toBeCloseTo(1 - 1 / n, 12);
			const { [first]: _left, ...missing } = key;
			expect(score(key, missing, ids).score).toBeCloseTo(1 - 1 / n, 12);
		}),
	);
});

it('gives a decoy nothing', () => {
	fc.assert(
		fc.property(matched, ({ key, ...ids }) => {
			const all = Object.fromEntries(ids.options.map((id) => [id, ids.targets.at(-1)!]));
			expect(score(key, all, ids)).toEqual({ score: 0, maxScore: 1, correct: false });
		}),
	);
});

it('refuses strangers on either side', () => {
	fc.assert(
		fc.property(matched, ({ key, ...ids }) => {
			const [first = ''] = ids.options;
			expect(readAnswer({ kind: 'match', ...ids }, { ...key, la: ids.targets[0]! }, 'vi').ok).toBe(false);
			expect(readAnswer({ kind: 'match', ...ids }, { ...key, [first]: 'la' }, 'vi').ok).toBe(false);
		}),
	);
});
