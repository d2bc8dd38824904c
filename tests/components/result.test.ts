import { expect, it } from 'vitest';
import { describeResult } from '#lib/quiz/result.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';

it.each([
	[0.145, 3, 0.44],
	[0.8, 10, 8],
	[2 / 3, 1, 0.67],
])('what passes at a share of %d of %d points is said as points are', (pass, maxScore, need) => {
	const attempt = { questions: [], pass } as unknown as Attempt;
	const submission = { verdicts: {}, score: 0, maxScore, passed: false } as unknown as Submission;
	expect(describeResult(attempt, submission).need).toBe(need);
});
