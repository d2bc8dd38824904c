import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attempt, checkResponse } from '../db/tables.ts';

export type CheckRow = typeof checkResponse.$inferSelect;
export type NewCheck = Omit<CheckRow, 'firstExposure'>;

/** `names`: all that the question has been called. False when the device has sent this one before. */
export async function insertCheckResponse(db: Sql, row: NewCheck, names: string[]): Promise<boolean> {
	const rows = await db
		.insert(checkResponse)
		.values({ ...row, firstExposure: isFirst(row, names) })
		.onConflictDoNothing()
		.returning({ id: checkResponse.id });
	return rows.length === 1;
}

export async function selectCheckResponse(db: Sql, learner: string, id: string): Promise<CheckRow> {
	const [row] = await db
		.select()
		.from(checkResponse)
		.where(and(eq(checkResponse.learnerId, learner), eq(checkResponse.id, id)));
	if (!row) throw new Error(`Check response ${id} is gone.`);
	return row;
}

/** Whether the learner meets a question for the first time: no check of it was answered, no attempt asked it. */
function isFirst({ learnerId, courseId }: NewCheck, names: string[]): SQL<boolean> {
	return sql<boolean>`(
		not exists (
			select 1 from check_response earlier
			where earlier.learner_id = ${learnerId}::uuid and earlier.course_id = ${courseId}::text
				and earlier.question_id = any(${sql.param(names)}::text[])
		) and not exists (
			select 1 from ${attempt}
			where ${attempt.learnerId} = ${learnerId}::uuid and ${attempt.courseId} = ${courseId}::text
				and ${attempt.questions} ?| ${sql.param(names)}::text[]
		))`;
}
