import { grade, readAnswer, verdict } from '#domain/questions/grade.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const runs = { numRuns: 1000 };
const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh', 'constructor'), { minLength: 2 });
/** Regions, of which some are right, and one of them all that is chosen. */
const asked = ids.chain((options) =>
	fc.record({
		options: fc.constant(options),
		right: fc.subarray(options, { minLength: 1 }),
		chosen: fc.constantFrom(...options),
	}),
);
const question = (options: string[]) => ({ kind: 'hotspot' as const, points: 3, options });
const key = (right: string[]) => ({ kind: 'hotspot' as const, right });

describe('hotspot', () => {
	it('gives all points for any region that is right, and none for another', () => {
		fc.assert(
			fc.property(asked, ({ options, right, chosen }) => {
				const isRight = right.includes(chosen);
				expect(grade(question(options), key(right), chosen, 'vi')).toEqual({
					score: isRight ? 3 : 0,
					maxScore: 3,
					correct: isRight,
				});
			}),
			runs,
		);
	});

	it('takes the id of one of its regions, and nothing else', () => {
		fc.assert(
			fc.property(asked, fc.string(), ({ options, right }, words) => {
				fc.pre(words !== '' && !options.includes(words));
				expect(readAnswer(question(options), words, 'vi')).toEqual({ ok: false, reason: 'unknown-option' });
				expect(grade(question(options), key(right), words, 'vi').score).toBe(0);
			}),
			runs,
		);
	});

	it.each([
		['nothing', null, { ok: true, answer: null }],
		['an empty field', '', { ok: true, answer: null }],
		['several', ['a'], { ok: false, reason: 'wrong-type' }],
		['a pair', { a: 'b' }, { ok: false, reason: 'wrong-type' }],
		['a number', 1, { ok: false, reason: 'wrong-type' }],
	])('reads %s', (_, answer, wanted) => {
		expect(readAnswer(question(['a', 'b']), answer, 'vi')).toEqual(wanted);
		expect(grade(question(['a', 'b']), key(['a']), answer, 'vi').score).toBe(0);
	});

	it('shows the first of the right ones, and says what the author says to the one chosen', () => {
		const feedback = { options: { b: 'Nút này tắt máy.' }, explanation: 'Vì thế.' };
		const told = (answer: string, show: 'verdict' | 'all') =>
			verdict({
				question: question(['a', 'b', 'c']),
				key: key(['c', 'a']),
				feedback,
				answer,
				locale: 'vi',
				show,
			});
		expect(told('b', 'all')).toEqual({
			score: 0,
			maxScore: 3,
			correct: false,
			feedback: 'Nút này tắt máy.',
			explanation: 'Vì thế.',
			solution: 'c',
		});
		expect(told('a', 'verdict')).toEqual({ score: 3, maxScore: 3, correct: true });
	});
});
