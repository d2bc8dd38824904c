import { attemptResult } from '#domain/attempts.ts';
import { courseProgress, type Progress } from '#domain/progress.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { AttemptFact, Facts } from './store.ts';

/** What a learner did in one course, held against one version of it. */
export function progressOn(manifest: Manifest, facts: Facts): Progress {
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
