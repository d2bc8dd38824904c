import { isPass } from '#domain/facts.ts';
import type { AttemptSummary } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import { onePointEach, textIn } from '../courses/describe.ts';
import type { AttemptDeps } from './deps.ts';
import { quizOf } from './quiz.ts';
import { selectResults, type ResultRow } from './store.ts';
import { toldScores } from './told-score.ts';

/** A learner's attempts, latest first. */
export async function listAttempts(
	deps: AttemptDeps & { now: () => Date },
	learner: string,
	asked: { course?: string; locale: Locale },
): Promise<AttemptSummary[]> {
	const rows = await selectResults(deps.database.db, learner, asked.course);
	const scores = await toldScores(deps, rows, deps.now());
	return Promise.all(
		rows.map((row) => summariseAttempt(deps, { ...row, score: scores.get(row.id) ?? null }, asked.locale)),
	);
}

async function summariseAttempt(
	{ catalog }: Pick<AttemptDeps, 'catalog'>,
	row: ResultRow,
	locale: Locale,
): Promise<AttemptSummary> {
	const { course, quiz } = await quizOf(catalog, row);
	const text = textIn(quiz.locales, locale, course.manifest.sourceLocale);
	return {
		id: row.id,
		course: row.courseId,
		quiz: row.quizId,
		title: text.title,
		textLocale: text.locale,
		number: row.number,
		startedAt: row.startedAt.toISOString(),
		submittedAt: row.submittedAt?.toISOString() ?? null,
		score: row.score,
		maxScore: row.maxScore,
		onePointEach: onePointEach(course.manifest, quiz),
		passed: row.submittedAt && isPass(row),
		uncounted: row.uncounted,
		waiting: row.waiting,
	};
}
