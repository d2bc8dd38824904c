import { attemptResult, competenceResults, optionOrder } from '#domain/attempts.ts';
import { deadlineOf, isLate } from '#domain/deadline.ts';
import { attemptsLeft, isEarnest } from '#domain/quiz-policy.ts';
import { reviewShown, type Shown } from '#domain/result-told.ts';
import type { Review } from '#schemas/names.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('optionOrder', () => {
	it('gives one order for an attempt and question', () => {
		const ids = ['a', 'b', 'c', 'd'];
		expect(optionOrder(ids, 'attempt', 'q1')).toEqual(optionOrder(ids, 'attempt', 'q1'));
		expect([...optionOrder(ids, 'attempt', 'q1')].sort()).toEqual(ids);
	});

	it('puts the right option first as often as any other, over questions of one attempt', () => {
		const firsts = Array.from({ length: 2000 }, (_, index) => optionOrder(['a', 'b'], 'x', `q${index}`)[0]);
		const share = firsts.filter((id) => id === 'a').length / firsts.length;
		expect(share).toBeGreaterThan(0.46);
		expect(share).toBeLessThan(0.54);
	});
});

describe('attemptResult', () => {
	const points = (...scores: [number, number][]) => scores.map(([score, maxScore]) => ({ score, maxScore }));

	it.each<[string, [number, number][], number, { score: number; maxScore: number; passed: boolean }]>([
		['7 of 10 at 70 %', [[7, 10]], 0.7, { score: 7, maxScore: 10, passed: true }],
		['6.99 of 10 at 70 %', [[6.99, 10]], 0.7, { score: 6.99, maxScore: 10, passed: false }],
		['6.996 of 10 at 70 %, shown as 7', [[6.996, 10]], 0.7, { score: 7, maxScore: 10, passed: false }],
		['all at 100 %', [[3, 3]], 1, { score: 3, maxScore: 3, passed: true }],
		['all but a bit at 100 %', [[2.9, 3]], 1, { score: 2.9, maxScore: 3, passed: false }],
		['nothing at 0 %', [[0, 3]], 0, { score: 0, maxScore: 3, passed: true }],
		['no questions', [], 0.7, { score: 0, maxScore: 0, passed: false }],
		['no points, no mark', [[0, 0]], 0, { score: 0, maxScore: 0, passed: true }],
		['two thirds', [[2 / 3, 1]], 0.7, { score: 0.67, maxScore: 1, passed: false }],
	])('%s', (_what, gradings, pass, result) => {
		expect(attemptResult(points(...gradings), { total: pass })).toEqual({ ...result, waiting: 0 });
	});

	it('adds tenths without losing a pass to arithmetic', () => {
		// 0.1 seven times is 0.7 less a bit in binary.
		const sevenTenths = points(...Array.from({ length: 7 }, (): [number, number] => [0.1, 0.1]), [0, 0.3]);
		expect(attemptResult(sevenTenths, { total: 0.7 })).toEqual({
			score: 0.7,
			maxScore: 1,
			passed: true,
			waiting: 0,
		});
		const thirds = points([1 / 3, 1], [1 / 3, 1], [1 / 3, 1]);
		expect(attemptResult(thirds, { total: 1 / 3 })).toEqual({
			score: 1,
			maxScore: 3,
			passed: true,
			waiting: 0,
		});
	});

	it('passes with exactly the whole points that the pass mark asks, and not with one less', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), (count, percent) => {
				const needed = Math.ceil((count * percent) / 100 - 1e-7);
				const result = (right: number) =>
					attemptResult(
						Array.from({ length: count }, (_, index) => ({ score: index < right ? 1 : 0, maxScore: 1 })),
						{ total: percent / 100 },
					);
				expect(result(needed)).toEqual({ score: needed, maxScore: count, passed: true, waiting: 0 });
				expect(result(needed - 1).passed).toBe(false);
			}),
		);
	});
});

describe('attemptsLeft', () => {
	it.each([
		[null, 0, null],
		[null, 99, null],
		[3, 0, 3],
		[3, 2, 1],
		[3, 3, 0],
		[3, 5, 0],
	])('of %s with %s used: %s', (allowed, used, left) => {
		expect(attemptsLeft(allowed, used)).toBe(left);
	});
});

describe('reviewShown', () => {
	const worked = { certifies: false, isEarnest: true };
	it.each<[Review, boolean, boolean, Shown]>([
		['full', false, false, 'all'],
		['full', true, true, 'all'],
		['verdicts', false, false, 'verdict'],
		['verdicts', false, true, 'all'],
		['verdicts', true, false, 'all'],
		['score', false, false, 'none'],
		['score', false, true, 'none'],
		['score', true, true, 'none'],
	])('%s, passed %s, over %s: %s', (review, passed, isOver, shown) => {
		expect(reviewShown(review, { passed, isOver, ...worked })).toBe(shown);
	});

	it.each<[Review, boolean, boolean, boolean, Shown]>([
		['full', false, false, true, 'verdict'],
		['full', false, true, true, 'verdict'],
		['full', true, true, true, 'all'],
		['full', true, true, false, 'verdict'],
		['verdicts', false, true, true, 'verdict'],
		['verdicts', true, false, true, 'all'],
		['verdicts', true, false, false, 'verdict'],
		['score', true, true, true, 'none'],
	])(
		'of an exam for a certificate: %s, passed %s, over %s, worked at %s: %s',
		(review, passed, isOver, isEarnest, shown) => {
			expect(reviewShown(review, { passed, isOver, certifies: true, isEarnest })).toBe(shown);
		},
	);

	it.each<[Review, boolean, boolean, Shown]>([
		['full', false, true, 'all'],
		['verdicts', false, true, 'verdict'],
		['verdicts', true, true, 'verdict'],
	])('of an attempt that was not worked at: %s, passed %s, over %s: %s', (review, passed, isOver, shown) => {
		expect(reviewShown(review, { passed, isOver, certifies: false, isEarnest: false })).toBe(shown);
	});
});

describe('an attempt', () => {
	const startedAt = new Date('2026-11-26T08:00:00Z');
	it.each([
		[10, 10, 60, true],
		[10, 10, 20, true],
		[10, 10, 19, false],
		[10, 5, 10, true],
		[10, 4, 600, false],
		[10, 0, 600, false],
		[1, 1, 0.2, false],
		[0, 0, 0, true],
	])('of %i questions, %i answered in %d seconds: worked at %s', (asked, answered, seconds, worked) => {
		const submittedAt = new Date(startedAt.getTime() + seconds * 1000);
		expect(isEarnest({ asked, answered, startedAt, submittedAt })).toBe(worked);
	});
});

describe('deadlines', () => {
	it.each<[string | number, number | null, string | null]>([
		['2026-11-22T08:00:00.000Z', 45, '2026-11-22T08:45:00.000Z'],
		['2026-11-22T15:00:00+07:00', 45, '2026-11-22T08:45:00.000Z'],
		['2026-12-31T23:50:00Z', 20, '2027-01-01T00:10:00.000Z'],
		[0, 1, '1970-01-01T00:01:00.000Z'],
		['2026-11-22T08:00:00.000Z', 0.5, '2026-11-22T08:00:30.000Z'],
		['2026-11-22T08:00:00.000Z', null, null],
	])('from %s, %s minutes: %s', (startedAt, minutes, deadline) => {
		expect(deadlineOf(startedAt, minutes)).toBe(deadline);
	});

	const deadline = '2026-11-22T08:45:00.000Z';
	it.each<[string | null | undefined, string | number, number, boolean]>([
		[deadline, '2026-11-22T08:44:59.999Z', 0, false],
		[deadline, '2026-11-22T08:45:00.000Z', 0, false],
		[deadline, '2026-11-22T08:45:00.001Z', 0, true],
		[deadline, '2026-11-22T08:45:30.000Z', 30, false],
		[deadline, '2026-11-22T08:45:30.001Z', 30, true],
		[deadline, '2026-11-22T15:45:00+07:00', 0, false],
		[deadline, Date.parse(deadline) + 1, 0, true],
		[null, '2099-01-01T00:00:00Z', 0, false],
		[undefined, '2099-01-01T00:00:00Z', 0, false],
	])('deadline %s, at %s, %s s of grace: late is %s', (until, now, grace, late) => {
		expect(isLate(until, now, grace)).toBe(late);
	});

	it('refuses what is no moment', () => {
		expect(() => deadlineOf('hôm qua', 5)).toThrow(RangeError);
		expect(() => isLate(deadline, 'bây giờ', 5)).toThrow(RangeError);
		expect(() => isLate('mai', 0, 5)).toThrow(RangeError);
	});
});

describe('a mark for each competence', () => {
	const graded = (skill: string | undefined, score: number, maxScore = 1) => ({ skill, score, maxScore });
	const four = [graded('a', 1), graded('a', 1), graded('b', 1), graded('b', 0)];
	it.each<[string, number | undefined, boolean]>([
		['none', undefined, true],
		['just reached', 0.5, true],
		['missed in one', 0.51, false],
	])('%s', (_, each, passed) => {
		expect(attemptResult(four, { total: 0.7, each })).toEqual({
			score: 3,
			maxScore: 4,
			passed,
			waiting: 0,
		});
	});
	it('looks past questions without a competence and those that give no points', () => {
		const more = [...four, graded(undefined, 0, 0), graded('c', 0, 0)];
		expect(attemptResult(more, { total: 0.7, each: 0.5 }).passed).toBe(true);
		expect(competenceResults(more, 0.6).map(({ skill, passed }) => [skill, passed])).toEqual([
			['a', true],
			['b', false],
		]);
	});
});
