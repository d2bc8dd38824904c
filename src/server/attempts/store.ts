import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { attempt } from '../db/tables/index.ts';

export type AttemptRow = typeof attempt.$inferSelect;

const isAttempt = (learner: string, id: string) => and(eq(attempt.learnerId, learner), eq(attempt.id, id));

export async function selectOptionalAttempt(
	db: Sql,
	learner: string,
	id: string,
): Promise<AttemptRow | null> {
	const [row] = await db.select().from(attempt).where(isAttempt(learner, id));
	return row ?? null;
}

/** What an attempt came to, as it was last graded; nulls before it is submitted. The one place where results are read. */
export type ResultRow = Pick<
	AttemptRow,
	| 'id'
	| 'courseId'
	| 'quizId'
	| 'version'
	| 'number'
	| 'startedAt'
	| 'submittedAt'
	| 'score'
	| 'maxScore'
	| 'passed'
>;

/** Latest first. */
export function selectResults(db: Sql, learner: string, course?: string): Promise<ResultRow[]> {
	const { id, courseId, quizId, version, number, startedAt, submittedAt, score, maxScore, passed } = attempt;
	return db
		.select({ id, courseId, quizId, version, number, startedAt, submittedAt, score, maxScore, passed })
		.from(attempt)
		.where(and(eq(attempt.learnerId, learner), course ? eq(courseId, course) : undefined))
		.orderBy(desc(startedAt), desc(number), asc(quizId));
}

/** Open ones whose deadline lies before a time, the earliest first: of everybody, or of one learner in one course. */
export function selectOverdue(
	db: Sql,
	before: Date,
	{ of, skip = 0 }: { of?: { learner: string; course: string }; skip?: number },
): Promise<{ learnerId: string; id: string }[]> {
	return db
		.select({ learnerId: attempt.learnerId, id: attempt.id })
		.from(attempt)
		.where(
			and(
				of && eq(attempt.learnerId, of.learner),
				of && eq(attempt.courseId, of.course),
				isNull(attempt.submittedAt),
				lt(attempt.deadline, before),
			),
		)
		.orderBy(asc(attempt.deadline), asc(attempt.learnerId), asc(attempt.id))
		.offset(skip)
		.limit(200);
}

const insertStarted = `
	with started as (
		insert into attempt (
			learner_id, id, course_id, quiz_id, version, number, seed, questions, first_exposures, pass, policy,
			started_at, deadline, locale, target_group, place, assisted_by, channel, device_time
		)
		values (
			$1::uuid, $2::uuid, $3, $4, $5, $6::int, $7, $8::text::jsonb, $9::text::jsonb, $10::float8,
			$11::text::jsonb, $12::timestamptz, $13::timestamptz, $14, $15, $16, $17, $18, $19::timestamptz
		)
		on conflict do nothing
		returning learner_id, course_id, started_at
	), enrolled as (
		insert into enrolment (learner_id, course_id, enrolled_at)
		select learner_id, course_id, started_at from started
		on conflict do nothing
	)
	select count(*)::int as started from started`;

/** Writes an attempt down and enrols. False when one is open already, or another start took the number or the id. */
export async function insertAttempt(query: Query, row: AttemptRow): Promise<boolean> {
	const [made] = await query<{ started: number }>(insertStarted, [
		row.learnerId,
		row.id,
		row.courseId,
		row.quizId,
		row.version,
		row.number,
		row.seed,
		JSON.stringify(row.questions),
		JSON.stringify(row.firstExposures),
		row.pass,
		JSON.stringify(row.policy),
		row.startedAt.toISOString(),
		row.deadline?.toISOString() ?? null,
		row.locale,
		row.targetGroup,
		row.place,
		row.assistedBy,
		row.channel,
		row.deviceTime?.toISOString() ?? null,
	]);
	return made?.started === 1;
}
