import { attemptsLeft, reviewShown, type Shown } from '#domain/attempts.ts';
import { currentId } from '#domain/progress.ts';
import { attemptsOfCycle } from '../progress/cycles.ts';
import { isPassed } from '../progress/progress-on.ts';
import { selectCompletions, selectFacts } from '../progress/store.ts';
import type { Db } from '../db/connect.ts';
import type { CourseQuiz } from './quiz.ts';

export interface QuizAllowance {
	/** Attempts that may still be started; null: as many as one likes. */
	attemptsLeft: number | null;
	/** What a submitted attempt at the quiz shows now. */
	shown: Shown;
}

/**
 * What a quiz still allows a learner. Attempts count for the cycle now under way, so that a refresher starts afresh.
 * While an attempt is open, one is left: its questions must not be answered by another attempt's review.
 */
export async function selectQuizAllowance(
	db: Db,
	now: Date,
	learner: string,
	at: CourseQuiz,
): Promise<QuizAllowance> {
	const { manifest } = at.course;
	const [facts, completions] = await Promise.all([
		selectFacts(db, learner, manifest.course),
		selectCompletions(db, learner, manifest.course),
	]);
	const ofQuiz = attemptsOfCycle(manifest, facts, completions[0], now).filter(
		(attempt) => currentId(attempt.quizId, manifest.formerly, manifest.quizzes) === at.id,
	);
	const submitted = ofQuiz.filter((attempt) => attempt.submittedAt !== null);
	return {
		attemptsLeft: attemptsLeft(at.quiz.attempts, ofQuiz.length),
		shown: reviewShown(at.quiz.review, {
			passed: submitted.some(isPassed),
			attemptsLeft: attemptsLeft(at.quiz.attempts, submitted.length),
		}),
	};
}
