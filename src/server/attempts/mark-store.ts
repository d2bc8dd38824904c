/** What people gave answers, and when they did. */
import { and, asc, eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { mark } from '../db/tables/index.ts';

export type MarkRow = typeof mark.$inferSelect;

/** All marks of an attempt, those of each answer in the order in which they were made. */
export function selectMarks(db: Sql, learner: string, attempt: string): Promise<MarkRow[]> {
	return db
		.select()
		.from(mark)
		.where(and(eq(mark.learnerId, learner), eq(mark.attemptId, attempt)))
		.orderBy(asc(mark.questionId), asc(mark.number));
}

const gradedSince = `
	select attempt_id::text as attempt, to_json(max(graded_at)) as at from grading_task
	where learner_id = $1::uuid and graded_at >= $2::timestamptz group by attempt_id`;

/** When a person last graded something of a learner's attempts, by attempt, as far as that was since a time. */
export async function selectGradedSince(
	query: Query,
	learner: string,
	since: Date,
): Promise<Map<string, Date>> {
	const rows = await query<{ attempt: string; at: string }>(gradedSince, [learner, since.toISOString()]);
	return new Map(rows.map(({ attempt, at }) => [attempt, new Date(at)]));
}
