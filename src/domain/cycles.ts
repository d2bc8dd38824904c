import type { Manifest } from '#schemas/catalog.ts';
import { lastDay } from './certificates.ts';
import { lastMomentOf } from './days.ts';
import type { AttemptFact, Completion, Facts } from './facts.ts';
import { progressOn, type Progress } from './progress.ts';

/**
 * When the certificate of a completion runs out: as certified, or, where none was asked for yet, as it would be. Null:
 * never, or revoked, which a refresher does not heal. It counts to the end of a day in that time zone.
 */
export function endOf(manifest: Manifest, completion: Completion, timeZone: string): Date | null {
	if (completion.revokedAt) return null;
	const { serial, completedAt, validUntil } = completion;
	const validFor = manifest.certificate?.validFor;
	const asCertified = serial ? validUntil : null;
	if (asCertified) return new Date(lastMomentOf(asCertified.getTime(), timeZone));
	if (serial || !validFor) return null;
	return new Date(lastMomentOf(lastDay(completedAt.getTime(), validFor, timeZone), timeZone));
}

/** A cycle that has been completed. */
export interface Earned {
	cycle: number;
	completedAt: Date;
}

/**
 * The cycle that has been earned and is not there yet, or null. The first one is earned by completing the course. A
 * further one (a refresher) is earned once the last has run out, by passing every required quiz again after that day;
 * a course that requires no quiz has nothing to pass again, and no further cycle. `at`: of the act that may earn it.
 */
export function earnedCycle(
	manifest: Manifest,
	facts: Facts,
	last: Completion | undefined,
	{ at, timeZone }: { at: Date; timeZone: string },
): Earned | null {
	const progress = progressOn(manifest, facts);
	if (!progress.complete) return null;
	if (!last) return { cycle: 1, completedAt: completedAt(progress, at) };
	const end = endOf(manifest, last, timeZone);
	if (!end || end >= at || manifest.requires.quizzes.length === 0) return null;
	const again = progressOn(manifest, { ...facts, attempts: since(end, facts.attempts) });
	return again.complete ? { cycle: last.cycle + 1, completedAt: completedAt(again, at) } : null;
}

/** An exam counts as of its deadline though it is graded later: what was done in between may be the last thing done. */
function completedAt({ lessons, quizzes }: Progress, at: Date): Date {
	const times = [
		...lessons.filter((lesson) => lesson.required).map((lesson) => lesson.doneAt),
		...quizzes.filter((quiz) => quiz.required).map((quiz) => quiz.passedAt),
	];
	return new Date(Math.max(at.getTime(), ...times.map((time) => (time === null ? 0 : Date.parse(time)))));
}

/** The attempts that count for the cycle now under way: all, or those begun since the last one ran out. */
export function attemptsOfCycle(
	manifest: Manifest,
	facts: Facts,
	last: Completion | undefined,
	{ now, timeZone }: { now: Date; timeZone: string },
): AttemptFact[] {
	const end = last && endOf(manifest, last, timeZone);
	return end && end < now ? since(end, facts.attempts) : facts.attempts;
}

function since(end: Date, attempts: AttemptFact[]): AttemptFact[] {
	return attempts.filter((attempt) => attempt.startedAt > end);
}
