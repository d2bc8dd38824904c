import { shuffle } from './random.ts';

/**
 * The option ids of a question in the order that an attempt shows; each question gets an order of its own.
 */
export function optionOrder(ids: readonly string[], seed: string, questionId: string): string[] {
	return shuffle(ids, `${seed}/${questionId}`);
}

/** Points that can be lost to floating-point arithmetic, as a share of the most that can be scored. */
const tolerance = 1e-9;

/**
 * Adds up the questions of an attempt. Points are rounded to 2 decimals; `pass` is a share, 0 to 1, and is
 * held against the points before rounding. With no points to score at all, only `pass` 0 is passed.
 */
export function attemptResult(
	gradings: readonly { score: number; maxScore: number }[],
	pass: number,
): { score: number; maxScore: number; passed: boolean } {
	let score = 0;
	let maxScore = 0;
	for (const grading of gradings) {
		score += grading.score;
		maxScore += grading.maxScore;
	}
	const passed = maxScore > 0 ? score >= (pass - tolerance) * maxScore : pass <= 0;
	return { score: round2(score), maxScore: round2(maxScore), passed };
}

export function round2(value: number): number {
	return Math.round((value + Number.EPSILON) * 100) / 100;
}
