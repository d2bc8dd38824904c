import { grade, readAnswer } from '#domain/questions/grade.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const things = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 2 });
/** Things in their right order, and the same things in another. */
const arranged = things.chain((right) =>
	fc.record({ right: fc.constant(right), given: fc.shuffledSubarray(right, { minLength: 0 }) }),
);
const score = (right: string[], answer: (string | null)[]) =>
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

/** The right order with places opened in it, and the answer that it then is. */
const gapped = things.chain((right) =>
	fc.record({
		right: fc.constant(right),
		answer: fc
			.shuffledSubarray(right, { minLength: right.length })
			.chain((order) =>
				fc
					.array(fc.boolean(), { minLength: order.length, maxLength: order.length })
					.map((open) => order.map((id, index) => (open[index] ? null : id))),
			),
	}),
);

it('keeps open places between what stands, and none at the end', () => {
	const question = { kind: 'order', options: ['a', 'b', 'c'] } as const;
	const read = (answer: (string | null)[]) => readAnswer(question, answer, 'vi');
	expect(read(['a', null, 'c'])).toEqual({ ok: true, answer: ['a', null, 'c'] });
	expect(read([null, 'a', null])).toEqual({ ok: true, answer: [null, 'a'] });
	expect(read([null, null])).toEqual({ ok: true, answer: null });
	expect(read([null, null, null, 'a'])).toEqual({ ok: false, reason: 'too-many' });
	expect(read(['a', null, 'a'])).toEqual({ ok: false, reason: 'repeated' });
});

it('gives an open place nothing for its pairs, and the others theirs', () => {
	fc.assert(
		fc.property(gapped, ({ right, answer }) => {
			const placed = answer.filter((id) => id !== null);
			expect(score(right, answer)).toEqual(score(right, placed));
			const all = (right.length * (right.length - 1)) / 2;
			const most = (placed.length * (placed.length - 1)) / 2 / all;
			expect(score(right, answer).score).toBeLessThanOrEqual(most + 1e-12);
			if (placed.length < right.length) expect(score(right, answer).correct).not.toBe(true);
		}),
	);
});

it('scores 0 while nothing stands, and the right order full', () => {
	fc.assert(
		fc.property(things, (right) => {
			for (const nothing of [[], right.map(() => null)])
				expect(score(right, nothing)).toEqual({ score: 0, maxScore: 1, correct: false });
			const half = score(right, [null, ...right.slice(1)]).score;
			expect(half).toBe((right.length - 2) / right.length);
		}),
	);
});
