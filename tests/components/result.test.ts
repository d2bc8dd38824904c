import { expect, it } from 'vitest';
import { pointsInWords } from '#lib/quiz/points.ts';
import { describeResult } from '#lib/quiz/result.ts';
import { messagesFor } from '#messages/index.ts';
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

it.each([
	['vi', 2, 5, '2 trên 5 điểm'],
	['vi', 2.33, 5, 'khoảng 46% số điểm'],
	['vi', 4.999, 5, 'khoảng 99% số điểm'],
	['vi', 1, 2.5, 'khoảng 40% số điểm'],
	['km', 2.33, 5, 'ប្រហែល 46% នៃពិន្ទុ'],
	['en', 2.33, 5, 'about 46% of the points'],
] as const)('in %s %d of %d points is “%s”: no share of a point is shown', (locale, score, max, said) => {
	expect(pointsInWords(messagesFor(locale).quiz, locale, score, max)).toBe(said);
});
