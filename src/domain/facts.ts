import type { TellingTime } from '#schemas/names.ts';

/** What a learner did, as far as progress asks; under the ids of the version it was done on. */
export interface Facts {
	lessons: LessonFact[];
	/** Practice questions answered, each with its first answer's time. */
	checks: CheckFact[];
	/** Oldest first. */
	attempts: AttemptFact[];
	/** Attempts that somebody granted, beyond those that a quiz allows. */
	grants: GrantFact[];
}

export interface LessonFact {
	courseId: string;
	lessonId: string;
	doneAt: Date;
}

export interface CheckFact {
	courseId: string;
	questionId: string;
	at: Date;
}

/** `limit`: it was made as somebody else, beyond the attempts that the quiz allows one person. */
export type Uncounted = 'limit';

export interface AttemptFact {
	courseId: string;
	quizId: string;
	id: string;
	/** Questions that it asks. */
	questions: string[];
	startedAt: Date;
	deadline: Date | null;
	submittedAt: Date | null;
	/** By the latest gradings; null before submission, as is `passed`. */
	score: number | null;
	maxScore: number | null;
	/** By the pass mark that it was started under. */
	passed: boolean | null;
	/** Why it does not count; null: it does. */
	uncounted: Uncounted | null;
	/** How many of its questions wait for a person to grade them. */
	waiting: number;
	/** Hours after which it promised another one, once all are used up; null: none. */
	retryHours: number | null;
	/** Minutes from handing it in to starting the next, as it was promised; absent or null: none. */
	waitMinutes?: number | null;
	/** Somebody saw it being taken, in a room; absent: nobody did. */
	supervised?: boolean;
	/** When its points are told, as it was promised; absent or null: once it is submitted. */
	scoreTold?: TellingTime | null;
}

export interface GrantFact {
	courseId: string;
	quizId: string;
	at: Date;
	/** How many more attempts; 0: none. */
	attempts: number;
	/** Minutes that every attempt has more; 0: none. */
	minutes: number;
	/** Until when the quiz is open to this learner, where that is later than for all; null: as for all. */
	closes: Date | null;
}

/** A course completed, and how its certificate stands where one was asked for. */
export interface Completion {
	courseId: string;
	cycle: number;
	version: string;
	completedAt: Date;
	serial: string | null;
	validUntil: Date | null;
	revokedAt: Date | null;
}

/** Whether an attempt may still come to count as passed, once a person has graded it. */
export function mayYetPass(
	attempt: Pick<AttemptFact, 'submittedAt' | 'passed' | 'uncounted' | 'waiting'>,
): boolean {
	return (
		attempt.submittedAt !== null && attempt.waiting > 0 && attempt.uncounted === null && !isPass(attempt)
	);
}

/** Whether an attempt counts as passed. */
export function isPass({
	submittedAt,
	passed,
	uncounted,
}: Pick<AttemptFact, 'submittedAt' | 'passed' | 'uncounted'>): boolean {
	return submittedAt !== null && passed === true && uncounted === null;
}
