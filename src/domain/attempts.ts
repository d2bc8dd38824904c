import { shuffle } from './random.ts';

/**
 * The option ids of a question in the order that an attempt shows; each question gets an order of its own.
 */
export function optionOrder(ids: readonly string[], seed: string, questionId: string): string[] {
	return shuffle(ids, `${seed}/${questionId}`);
}

/** Points that can be lost to floating-point arithmetic, as a share of the most that can be scored. */
const tolerance = 1e-9;

/** What it takes to pass: a share of all points, 0 to 1, and where it is asked for, of those of each competence. */
export interface PassMark {
	total: number;
	/** Absent: competences are not looked at. */
	each?: number | undefined;
}
interface Graded {
	score: number;
	maxScore: number;
	/** Null: it waits for a person. */
	correct?: unknown;
	/** The competence that the question is about, as `framework:code`; absent: none. */
	skill?: string | undefined;
}

/**
 * The points of an attempt by competence, in the order in which they are met; questions without one are left out, and
 * so are competences that give no points. Points are rounded to 2 decimals; `passed` is held against them unrounded.
 */
export function competenceResults(gradings: readonly Graded[], each: number) {
	const bySkill = new Map<string, Graded[]>();
	for (const one of gradings)
		if (one.skill !== undefined && one.maxScore > 0)
			bySkill.set(one.skill, [...(bySkill.get(one.skill) ?? []), one]);
	return [...bySkill].map(([skill, of]) => ({ skill, ...attemptResult(of, { total: each }) }));
}

/**
 * Adds up the questions of an attempt. Points are rounded to 2 decimals; the marks are
 * held against the points before rounding. With no points to score at all, only a mark of 0 is passed. `waiting`: how
 * many of them a person has still to grade; so far they give nothing, and their points count among the most.
 */
export function attemptResult(
	gradings: readonly Graded[],
	{ total: pass, each }: PassMark,
): { score: number; maxScore: number; passed: boolean; waiting: number } {
	let score = 0;
	let maxScore = 0;
	let waiting = 0;
	for (const grading of gradings) {
		score += grading.score;
		maxScore += grading.maxScore;
		if (grading.correct === null) waiting += 1;
	}
	const isEnough = maxScore > 0 ? score >= (pass - tolerance) * maxScore : pass <= 0;
	const passed =
		isEnough && (each === undefined || competenceResults(gradings, each).every((one) => one.passed));
	return { score: round2(score), maxScore: round2(maxScore), passed, waiting };
}

export function round2(value: number): number {
	return Math.round((value + Number.EPSILON) * 100) / 100;
}

/** In the same order, but with those after the others that stand there. */
export function lastAtEnd<T extends { last?: true | undefined }>(options: readonly T[]): T[] {
	return [...options.filter(({ last }) => !last), ...options.filter(({ last }) => last)];
}
