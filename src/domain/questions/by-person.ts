import type { Asked, Grading } from './rule.ts';

/** What is given waits for a person, with 0 points so far; where nothing is given there is nothing to wait for. */
export function waits(answer: unknown, { points }: Asked): Grading {
	return { score: 0, maxScore: points, correct: answer === null ? false : null };
}
