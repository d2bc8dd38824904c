/** A question whose key was wrong: what becomes of points that were given by it, and of what rests on them. */
import type { RegradeWay } from '#schemas/names.ts';
import type { Key, PlainAnswer, Verdict } from '#schemas/question.ts';
import type { Manifest } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import { endOf } from './cycles.ts';
import { isPass, type AttemptFact, type Completion } from './facts.ts';
import { grade, readAnswer, type AskedQuestion } from './questions/grade.ts';
import { currentId } from './renames.ts';

type Points = Pick<Verdict, 'score' | 'maxScore' | 'correct'>;

/** An answer, and the question as it was corrected. */
export interface Again {
	question: AskedQuestion;
	key: Key;
	answer: PlainAnswer | null;
	locale: Locale;
}

/**
 * The points of an answer after a regrade. `promised`: the most points that the question gave when the attempt was
 * handed in, which stay, so that a question that was dropped can come back. `new-key`: by the corrected key;
 * `full-credit`: all points, whatever was answered; `drop`: none, and none to be had. Null: the answer does not fit the
 * corrected question (another kind, or an option that is gone), and stays as it is.
 */
export function regraded(way: RegradeWay, latest: Points, promised: number, again: Again): Points | null {
	if (way === 'full-credit') return { score: promised, maxScore: promised, correct: true };
	if (way === 'drop') return { score: 0, maxScore: 0, correct: latest.correct };
	const { question, key, answer, locale } = again;
	if (key.kind !== question.kind || !readAnswer(question, answer, locale).ok) return null;
	return grade({ ...question, points: promised }, key, answer, locale);
}

/**
 * The cycle of the course whose completion rested on a pass that is gone: the first that was completed after the
 * attempt, where the quiz is required and no other attempt of that cycle passes it. Null: none, or its certificate was
 * taken back already. `attempts`: as they stand now.
 */
export function cycleFallenBy(
	manifest: Manifest,
	lost: Pick<AttemptFact, 'quizId' | 'submittedAt'>,
	{ attempts, completions }: { attempts: readonly AttemptFact[]; completions: readonly Completion[] },
	timeZone: string,
): number | null {
	const now = (quiz: string) => currentId(quiz, manifest.formerly, manifest.quizzes);
	const quiz = now(lost.quizId);
	const isRequired = manifest.requires.quizzes.some((id) => now(id) === quiz);
	if (quiz === null || !isRequired || !lost.submittedAt) return null;
	const inOrder = [...completions].sort((a, b) => a.cycle - b.cycle);
	const place = inOrder.findIndex(({ completedAt }) => completedAt >= lost.submittedAt!);
	const completion = inOrder[place];
	if (!completion || completion.revokedAt) return null;
	const before = inOrder[place - 1];
	const since = before ? (endOf(manifest, before, timeZone) ?? before.completedAt) : null;
	const isPassed = attempts.some(
		(attempt) =>
			now(attempt.quizId) === quiz && isPass(attempt) && (since === null || attempt.startedAt > since),
	);
	return isPassed ? null : completion.cycle;
}
