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
 * held against the points before rounding. With no points to score at all, only `pass` 0 is passed. `waiting`: how many
 * of them a person has still to grade; so far they give nothing, and their points count among the most.
 */
export function attemptResult(
	gradings: readonly { score: number; maxScore: number; correct?: unknown }[],
	pass: number,
): { score: number; maxScore: number; passed: boolean; waiting: number } {
	let score = 0;
	let maxScore = 0;
	let waiting = 0;
	for (const grading of gradings) {
		score += grading.score;
		maxScore += grading.maxScore;
		if (grading.correct === null) waiting += 1;
	}
	const passed = maxScore > 0 ? score >= (pass - tolerance) * maxScore : pass <= 0;
	return { score: round2(score), maxScore: round2(maxScore), passed, waiting };
}

export function round2(value: number): number {
	return Math.round((value + Number.EPSILON) * 100) / 100;
}
