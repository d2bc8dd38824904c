import type { Locale } from '#schemas/common.ts';
import type { Regrade, RegradeChange, RegradeSummary } from '#schemas/regrade.ts';
import { summariseCourse, summariseQuiz } from '../courses/describe.ts';
import { correctedIn, quizAsking } from '../attempts/corrected.ts';
import { selectChanges, selectCounts, type ListedChange, type RegradeRow } from './store.ts';
import type { Needed } from './work.ts';

/** So many changes are told one by one. */
const mostTold = 200;

export async function describeRegrade(deps: Needed, row: RegradeRow, locale: Locale): Promise<Regrade> {
	const { query } = deps.database;
	const [summary, counts, changes] = await Promise.all([
		summariseRegrade(deps, row, locale),
		selectCounts(query, row.id),
		selectChanges(query, row.id, mostTold),
	]);
	return { ...summary, counts, changes: changes.map(describeChange) };
}

export async function summariseRegrade(
	{ catalog }: Needed,
	row: RegradeRow,
	locale: Locale,
): Promise<RegradeSummary> {
	const course = (await catalog.version(row.courseId, row.version))!;
	const { id: quiz } = quizAsking(course, row.questionId)!;
	const { question } = await correctedIn(catalog, row, locale);
	return {
		id: row.id,
		course: row.courseId,
		courseTitle: summariseCourse(course, locale).title,
		question: row.questionId,
		quiz,
		quizTitle: summariseQuiz(course, quiz, locale).title,
		title: question.title,
		locale: question.locale,
		way: row.way,
		scope: row.scope,
		reason: row.reason,
		version: row.version,
		state: row.state,
		askedAt: row.askedAt.toISOString(),
		appliedAt: row.appliedAt?.toISOString() ?? null,
	};
}

function describeChange(change: ListedChange): RegradeChange {
	const { attempt, quiz, number, name, username, cycle, serial, decision } = change;
	const isLost = change.passedBefore && !change.passed;
	return {
		attempt,
		quiz,
		number,
		name,
		username,
		before: { score: change.scoreBefore, maxScore: change.maxScoreBefore, passed: change.passedBefore },
		after: { score: change.score, maxScore: change.maxScore, passed: change.passed },
		completes: !isLost && cycle !== null,
		falls: isLost && cycle !== null,
		serial: isLost ? serial : null,
		decision,
	};
}
