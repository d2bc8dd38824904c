/**
 * How long learning takes, in whole minutes: an estimate for people who plan their evening, told as "about". Reading is
 * counted by the compiler at 150 words a minute; a question in a lesson or a quiz takes a minute, and trying something
 * out on one's own phone two.
 */
import type { LessonEntry, QuizEntry } from '#schemas/catalog.ts';

const aQuestion = 1;
const aTry = 2;

/** A lesson with the questions and tasks in it. `reading`: its text alone. */
export function lessonMinutes(
	reading: number,
	{ checks, tries }: Pick<LessonEntry, 'checks' | 'tries'>,
): number {
	return reading + checks.length * aQuestion + tries.length * aTry;
}

/** A quiz: as many questions as an attempt asks, and never longer than its clock allows. */
export function quizMinutes({ draw, minutes: limit }: Pick<QuizEntry, 'draw' | 'minutes'>): number {
	return Math.max(1, Math.min(draw * aQuestion, limit ?? Infinity));
}
