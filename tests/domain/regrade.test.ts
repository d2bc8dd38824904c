import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptFact, Completion } from '#domain/facts.ts';
import { cycleFallenBy, regraded, type Again } from '#domain/regrade.ts';
import { regradeWays } from '#schemas/names.ts';
import type { Manifest } from '#schemas/catalog.ts';

const question = { kind: 'single', points: 1, options: ['a', 'b', 'c'] } as unknown as Again['question'];
const key = { kind: 'single', right: 'c' } as unknown as Again['key'];
const again = (answer: Again['answer']): Again => ({ question, key, answer, locale: 'vi' });
const wrong = { score: 0, maxScore: 2, correct: false } as const;

describe('an answer graded again', () => {
	it.each([
		['new-key', 'c', { score: 2, maxScore: 2, correct: true }],
		['new-key', 'b', { score: 0, maxScore: 2, correct: false }],
		['new-key', null, { score: 0, maxScore: 2, correct: false }],
		// An option that is gone says nothing of what would have been chosen.
		['new-key', 'd', null],
		['full-credit', 'd', { score: 2, maxScore: 2, correct: true }],
		['drop', 'c', { score: 0, maxScore: 0, correct: false }],
	] as const)('%s: %s', (way, answer, expected) => {
		expect(regraded(way, wrong, 2, again(answer))).toEqual(expected);
	});

	it('stays as it is where the question has become one of another kind', () => {
		const other = {
			...again('c'),
			key: { kind: 'number', value: 1, tolerance: 0 } as unknown as Again['key'],
		};
		expect(regraded('new-key', wrong, 2, other)).toBeNull();
		expect(regraded('full-credit', wrong, 2, other)).toMatchObject({ score: 2 });
	});

	it('never has more than was promised, nor less than nothing, and grading it twice changes nothing', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...regradeWays),
				fc.constantFrom('a', 'b', 'c', null),
				fc.integer({ min: 0, max: 10 }),
				(way, answer, promised) => {
					const once = regraded(way, wrong, promised, again(answer))!;
					expect(once.score).toBeGreaterThanOrEqual(0);
					expect(once.score).toBeLessThanOrEqual(once.maxScore);
					expect(once.maxScore).toBeLessThanOrEqual(promised);
					expect(regraded(way, once, promised, again(answer))).toEqual(once);
				},
			),
			{ numRuns: 1000 },
		);
	});
});

describe('a completion whose pass is gone', () => {
	const day = (n: number) => new Date(Date.UTC(2026, 0, n));
	const manifest = {
		formerly: { 'ten-cu': 'cuoi' },
		quizzes: { cuoi: {}, them: {} },
		requires: { lessons: [], quizzes: ['cuoi'] },
		certificate: { validFor: 'P1M' },
	} as unknown as Manifest;
	const attempt = (quizId: string, from: number, passed: boolean) =>
		({ quizId, startedAt: day(from), submittedAt: day(from + 1), passed, uncounted: null }) as AttemptFact;
	const completion = (cycle: number, on: number, revokedAt: Date | null = null) =>
		({ cycle, completedAt: day(on), serial: null, validUntil: null, revokedAt }) as Completion;
	const lost = (from = 1, quizId = 'cuoi') => attempt(quizId, from, false);

	it.each<[string, AttemptFact, AttemptFact[], Completion[], number | null]>([
		['rests on it', lost(), [lost()], [completion(1, 3)], 1],
		['rests on it under an older name', lost(1, 'ten-cu'), [lost(1, 'ten-cu')], [completion(1, 3)], 1],
		['none was there', lost(), [lost()], [], null],
		['was there before the attempt', lost(5), [lost(5)], [completion(1, 3)], null],
		['rests on another pass', lost(), [lost(), attempt('cuoi', 4, true)], [completion(1, 3)], null],
		['was taken back already', lost(), [lost()], [completion(1, 3, day(4))], null],
		['does not ask for the quiz', lost(1, 'them'), [lost(1, 'them')], [completion(1, 3)], null],
		[
			'of the second cycle, which a pass of the first does not hold',
			lost(60),
			[attempt('cuoi', 1, true), lost(60)],
			[completion(2, 62), completion(1, 3)],
			2,
		],
	])('%s', (_what, gone, attempts, completions, cycle) => {
		const found = cycleFallenBy(manifest, gone, { attempts, completions }, 'Asia/Ho_Chi_Minh');
		expect(found).toBe(cycle);
	});
});
