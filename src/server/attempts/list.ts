import { attemptResult } from '#domain/attempts.ts';
import type { AttemptSummary } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import { textOf } from '../courses/describe.ts';
import { settleLate } from './close.ts';
import type { AttemptDeps } from './deps.ts';
import { selectLatestGradings, type GradingRow } from './grading-store.ts';
import { quizOf } from './quiz.ts';
import { selectAttempts, type AttemptRow } from './store.ts';

/** A learner's attempts, latest first; those whose time is up are submitted first. */
export async function listAttempts(
	deps: AttemptDeps,
	learner: string,
	asked: { course?: string; locale: Locale },
	now: Date,
): Promise<AttemptSummary[]> {
	const rows: AttemptRow[] = [];
	for (const row of await selectAttempts(deps.db, learner, asked.course))
		rows.push(await settleLate(deps, row, now));
	const ids = rows.filter((row) => row.submittedAt).map((row) => row.id);
	const gradings = ids.length > 0 ? await selectLatestGradings(deps.db, learner, ids) : [];
	const byAttempt = new Map<string, GradingRow[]>(ids.map((id) => [id, []]));
	for (const grading of gradings) byAttempt.get(grading.attemptId)?.push(grading);
	return Promise.all(rows.map((row) => summarise(deps, row, byAttempt.get(row.id) ?? [], asked.locale)));
}

async function summarise(
	{ catalog }: AttemptDeps,
	row: AttemptRow,
	gradings: GradingRow[],
	locale: Locale,
): Promise<AttemptSummary> {
	const { course, quiz } = await quizOf(catalog, row);
	const text = textOf(quiz.locales, locale, course.manifest.sourceLocale);
	const result = row.submittedAt ? attemptResult(gradings, quiz.pass) : nothingYet;
	return {
		id: row.id,
		course: row.courseId,
		quiz: row.quizId,
		title: text.title,
		textLocale: text.locale,
		number: row.number,
		startedAt: row.startedAt.toISOString(),
		submittedAt: row.submittedAt?.toISOString() ?? null,
		...result,
	};
}

const nothingYet = { score: null, maxScore: null, passed: null };
