import { sql, type SQL } from 'drizzle-orm';

interface Met {
	learnerId: string;
	courseId: string;
	/** All that the question has been called. */
	names: string[];
}

/** Whether the learner meets a question for the first time: no attempt asked it, no check of it was answered. */
export function isFirstExposure({ learnerId, courseId, names }: Met): SQL<boolean> {
	return sql<boolean>`(
		not exists (
			select 1 from attempt earlier
			where earlier.learner_id = ${learnerId}::uuid and earlier.course_id = ${courseId}::text
				and earlier.questions ?| ${sql.param(names)}::text[]
		) and not exists (
			select 1 from check_response earlier
			where earlier.learner_id = ${learnerId}::uuid and earlier.course_id = ${courseId}::text
				and earlier.question_id = any(${sql.param(names)}::text[])
		))`;
}
