import { grade, readAnswer } from '#domain/questions/grade.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const things = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 2 });
/** Things in their right order, and the same things in another. */
const arranged = things.chain((right) =>
	fc.record({ right: fc.constant(right), given: fc.shuffledSubarray(right, { minLength: 0 }) }),
);
const score = (right: string[], answer: string[]) =>
	grade({ kind: 'order', points: 1, options: right }, { kind: 'order', right }, answer, 'vi');

it('scores from 0 for the order turned round to all points for the right one', () => {
	fc.assert(
		fc.property(things, (right) => {
			expect(score(right, right)).toEqual({ score: 1, maxScore: 1, correct: true });
			expect(score(right, [...right].reverse())).toEqual({ score: 0, maxScore: 1, correct: false });
		}),
	);
});

it('gives all points to the right order alone', () => {
	fc.assert(
		fc.property(arranged, ({ right, given }) => {
			const { correct } = score(right, given);
			expect(correct === true).toBe(given.join() === right.join());
		}),
	);
});

it('gives more for two neighbours put right', () => {
	fc.assert(
		fc.property(arranged, fc.nat(), ({ right, given }, at) => {
			fc.pre(given.length > 1);
			const index = at % (given.length - 1);
			const [one = '', two = ''] = given.slice(index, index + 2);
			const swapped = [...given.slice(0, index), two, one, ...given.slice(index + 2)];
			const gain = score(right, swapped).score - score(right, given).score;
			expect(Math.sign(gain)).toBe(right.indexOf(two) < right.indexOf(one) ? 1 : -1);
		}),
	);
});

it('refuses strangers and repetitions', () => {
	fc.assert(
		fc.property(things, (right) => {
			const question = { kind: 'order', options: right } as const;
			expect(readAnswer(question, [...right, 'z'], 'vi').ok).toBe(false);
			expect(readAnswer(question, [...right, right[0]!], 'vi').ok).toBe(false);
		}),
	);
});
