import { sql, type SQL } from 'drizzle-orm';
import type { AttemptRow } from './store.ts';

interface Met {
	learnerId: string;
	courseId: string;
	/** All that the question has been called. */
	names: string[];
	/** The attempt that asks it: only earlier ones count. */
	during?: AttemptRow;
}

/** Whether the learner meets a question for the first time: no attempt asked it, no check of it was answered. */
export function isFirstExposure({ learnerId, courseId, names, during }: Met): SQL<boolean> {
	const before = during
		? sql`and earlier.id <> ${during.id}::uuid
			and earlier.started_at <= ${during.startedAt.toISOString()}::timestamptz`
		: sql``;
	return sql<boolean>`(
		not exists (
			select 1 from attempt earlier
			where earlier.learner_id = ${learnerId}::uuid and earlier.course_id = ${courseId}::text
				and earlier.questions ?| ${sql.param(names)}::text[] ${before}
		) and not exists (
			select 1 from check_response earlier
			where earlier.learner_id = ${learnerId}::uuid and earlier.course_id = ${courseId}::text
				and earlier.question_id = any(${sql.param(names)}::text[])
		))`;
}
