import { multiple } from '#domain/questions/multiple.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const key = { kind: 'multiple' as const, right: ['a', 'c', 'd'] };
const options = ['a', 'b', 'c', 'd', 'e'];

describe('multiple', () => {
	it.each<[string[], number, boolean | 'partially']>([
		[['a', 'c', 'd'], 6, true],
		[['d', 'a', 'c'], 6, true],
		[['a', 'c'], 4, 'partially'],
		[['a'], 2, 'partially'],
		[['a', 'c', 'd', 'b'], 4, 'partially'],
		[['a', 'c', 'd', 'b', 'e'], 2, 'partially'],
		[['a', 'c', 'b'], 2, 'partially'],
		[['a', 'b'], 0, false],
		[['a', 'b', 'e'], 0, false],
		[['b'], 0, false],
		[[], 0, false],
	])('gives %j %s of 6 points', (answer, score, correct) => {
		expect(multiple.grade(key, answer, { points: 6, options }, 'vi')).toEqual({
			score,
			maxScore: 6,
			correct,
		});
	});

	it('counts a tick once, however often it is listed', () => {
		const twice = multiple.grade(key, ['a', 'a', 'c'], { points: 6, options }, 'vi');
		expect(twice.score).toBe(4);
	});

	it('tells all from none where the question has no points', () => {
		const question = { points: 0, options };
		expect(multiple.grade(key, ['a', 'c', 'd'], question, 'vi').correct).toBe(true);
		expect(multiple.grade(key, ['b'], question, 'vi').correct).toBe(false);
	});

	it('takes nothing ticked as right where no option is right', () => {
		const none = { kind: 'multiple' as const, right: [] };
		expect(multiple.grade(none, [], { points: 1, options }, 'vi').correct).toBe(true);
		expect(multiple.grade(none, ['a'], { points: 1, options }, 'vi').correct).toBe(false);
		expect(multiple.grade(none, null, { points: 1, options }, 'vi').correct).toBe(false);
	});

	it('keeps the score between 0 and the points, full only when all is right', () => {
		const right = fc.subarray(options, { minLength: 1 });
		fc.assert(
			fc.property(right, fc.subarray(options), fc.constantFrom(0.1, 1, 3, 7), (rights, ticked, points) => {
				const grading = multiple.grade(
					{ kind: 'multiple', right: rights },
					ticked,
					{ points, options },
					'vi',
				);
				expect(grading.score).toBeGreaterThanOrEqual(0);
				expect(grading.score).toBeLessThanOrEqual(points);
				const same = rights.length === ticked.length && rights.every((id) => ticked.includes(id));
				expect(grading.correct === true).toBe(same);
				expect(grading.score === points).toBe(same);
				expect(grading.correct === false).toBe(grading.score === 0);
			}),
		);
	});

	it('gives one more right tick never less, and one more wrong tick never more', () => {
		fc.assert(
			fc.property(fc.subarray(options), fc.constantFrom(...options), (ticked, extra) => {
				fc.pre(!ticked.includes(extra));
				const score = (answer: string[]) => multiple.grade(key, answer, { points: 1, options }, 'vi').score;
				const change = score([...ticked, extra]) - score(ticked);
				expect(key.right.includes(extra) ? change >= 0 : change <= 0).toBe(true);
			}),
		);
	});

	it('gives the feedback of what was ticked, a line each, in the order of the file', () => {
		const feedback = { options: { a: 'A', b: 'B', constructor: 'C' } };
		expect(multiple.feedback(feedback, ['b', 'a'])).toBe('A\nB');
		expect(multiple.feedback(feedback, ['constructor'])).toBe('C');
		expect(multiple.feedback(feedback, ['e'])).toBeUndefined();
		expect(multiple.feedback({ options: {} }, ['constructor'])).toBeUndefined();
		expect(multiple.feedback(feedback, null)).toBeUndefined();
	});
});
