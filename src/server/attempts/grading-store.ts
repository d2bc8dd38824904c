import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { grading } from '../db/tables/index.ts';
import type { AttemptRow } from './store.ts';

export type GradingRow = typeof grading.$inferSelect;
export type GradedRow = Pick<GradingRow, 'questionId' | 'keyHash' | 'score' | 'maxScore' | 'correct'>;

/** That a row of `grading` is the latest of its question: the one that counts. */
export const isLatestGrading = sql`not exists (
	select 1 from ${grading} later
	where later.learner_id = ${grading.learnerId} and later.attempt_id = ${grading.attemptId}
		and later.question_id = ${grading.questionId} and later.number > ${grading.number})`;

/** The first grading of each question, at submission. */
export async function insertGradings(
	tx: Sql,
	{ learnerId, id }: AttemptRow,
	rows: GradedRow[],
	gradedAt: Date,
) {
	const all = rows.map((row) => ({ learnerId, attemptId: id, number: 1, gradedAt, ...row }));
	await tx.insert(grading).values(all);
}

/** The latest grading of each question, of one attempt or several. */
export function selectLatestGradings(db: Sql, learner: string, attempts: string[]): Promise<GradingRow[]> {
	return db
		.select()
		.from(grading)
		.where(and(eq(grading.learnerId, learner), inArray(grading.attemptId, attempts), isLatestGrading));
}
