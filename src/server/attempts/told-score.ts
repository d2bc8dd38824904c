import { isPass } from '#domain/facts.ts';
import { isScoreTold } from '#domain/result-told.ts';
import { momentOf } from '#domain/days.ts';
import type { AttemptDeps } from './deps.ts';
import { quizNow } from './quiz.ts';
import type { ResultRow } from './store.ts';

/**
 * The points of a learner's attempts as far as their quizzes tell them, by attempt; null: not told, or not yet. `rows`
 * are all of the learner's, or all in a course.
 */
export async function toldScores(
	{ catalog }: Pick<AttemptDeps, 'catalog'>,
	rows: readonly ResultRow[],
	now: Date,
): Promise<Map<string, number | null>> {
	const nameOf = ({ courseId, quizId }: ResultRow) => `${courseId}/${quizId}`;
	const passed = new Set(rows.filter(isPass).map(nameOf));
	const told = rows.map(async (row) => {
		const when = row.policy.show?.score;
		if (when === undefined || row.score === null) return [row.id, row.score] as const;
		const { quiz, course } = await quizNow(catalog, row);
		const closesAt = quiz.closes === undefined ? null : new Date(momentOf(quiz.closes, course.timeZone));
		const isNow = isScoreTold({ scoreTold: when }, { passed: passed.has(nameOf(row)), closesAt, now });
		return [row.id, isNow ? row.score : null] as const;
	});
	return new Map(await Promise.all(told));
}
