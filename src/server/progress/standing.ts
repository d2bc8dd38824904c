import { attemptResult } from '#domain/attempts.ts';
import { addDuration } from '#domain/certificates.ts';
import { courseProgress, type Progress } from '#domain/progress.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { AttemptFact, Completion, Facts } from './store.ts';

/** What a learner did in one course, held against one version of it. */
export function standing(manifest: Manifest, facts: Facts): Progress {
	const quizzesPassed: Record<string, string> = {};
	for (const attempt of facts.attempts)
		if (attempt.submittedAt && isPassed(attempt))
			quizzesPassed[attempt.quizId] ??= attempt.submittedAt.toISOString();
	return courseProgress(manifest, {
		lessonsDone: Object.fromEntries(
			facts.lessons.map((lesson) => [lesson.lessonId, lesson.doneAt.toISOString()]),
		),
		quizzesPassed,
		checksAnswered: facts.checks.map((check) => check.questionId),
	});
}

/** By the pass mark of the version that the attempt was made on. */
export function isPassed({ score, maxScore, pass }: AttemptFact): boolean {
	if (score === null || maxScore === null || pass === null) return false;
	return attemptResult([{ score, maxScore }], pass).passed;
}

/**
 * When the certificate of a completion runs out: as certified, or, where none was asked for yet, as it would be. Null:
 * never, or revoked, which a refresher does not heal.
 */
export function endOf(manifest: Manifest, completion: Completion): Date | null {
	if (completion.revokedAt) return null;
	if (completion.serial) return completion.validUntil;
	const validFor = manifest.certificate?.validFor;
	return validFor ? new Date(addDuration(completion.completedAt.toISOString(), validFor)) : null;
}

/**
 * The cycle that has been earned and is not there yet, or null. The first one is earned by completing the course. A
 * further one (a refresher) is earned once the last has run out, by passing every required quiz again after that day;
 * a course that requires no quiz has nothing to pass again, and no further cycle.
 */
export function earnedCycle(
	manifest: Manifest,
	facts: Facts,
	last: Completion | undefined,
	now: Date,
): number | null {
	if (!standing(manifest, facts).complete) return null;
	if (!last) return 1;
	const end = endOf(manifest, last);
	if (!end || end >= now || manifest.requires.quizzes.length === 0) return null;
	const again = { ...facts, attempts: since(end, facts.attempts) };
	return standing(manifest, again).complete ? last.cycle + 1 : null;
}

/** The attempts that count for the cycle now under way: all, or those begun since the last one ran out. */
export function attemptsOfCycle(manifest: Manifest, facts: Facts, last: Completion | undefined, now: Date) {
	const end = last && endOf(manifest, last);
	return end && end < now ? since(end, facts.attempts) : facts.attempts;
}

function since(end: Date, attempts: AttemptFact[]): AttemptFact[] {
	return attempts.filter((attempt) => attempt.startedAt > end);
}
