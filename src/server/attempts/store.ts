import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Shared } from '../db/batch.ts';
import type { Database, Sql } from '../db/connect.ts';
import { attempt } from '../db/tables/index.ts';

/** What statistics keep beside it belongs to `item-store.ts`. */
type Told = 'items' | 'itemSeconds' | 'rushed';
export type AttemptRow = Omit<typeof attempt.$inferSelect, Told>;

const isAttempt = (learner: string, id: string) => and(eq(attempt.learnerId, learner), eq(attempt.id, id));

export async function selectOptionalAttempt(
	db: Sql,
	learner: string,
	id: string,
): Promise<AttemptRow | null> {
	const [row] = await db.select().from(attempt).where(isAttempt(learner, id));
	return row ?? null;
}

/** Attempts of several learners, by their ids. */
export async function selectAttempts(
	db: Sql,
	of: readonly { learnerId: string; attemptId: string }[],
): Promise<Map<string, AttemptRow>> {
	if (of.length === 0) return new Map();
	const learners = [...new Set(of.map(({ learnerId }) => learnerId))];
	const ids = [...new Set(of.map(({ attemptId }) => attemptId))];
	const rows = await db
		.select()
		.from(attempt)
		.where(and(inArray(attempt.learnerId, learners), inArray(attempt.id, ids)));
	return new Map(rows.map((row) => [row.id, row]));
}

const { id, courseId, quizId, version, number, policy, startedAt, submittedAt } = attempt;
const { score, maxScore, passed, uncounted, waiting } = attempt;
const result = {
	id,
	courseId,
	quizId,
	version,
	number,
	policy,
	startedAt,
	submittedAt,
	score,
	maxScore,
	passed,
	uncounted,
	waiting,
};
/** What an attempt came to, as it was last graded; nulls before it is submitted. The one place where results are read. */
export type ResultRow = Pick<AttemptRow, keyof typeof result>;

/** Latest first. */
export function selectResults(db: Sql, learner: string, course?: string): Promise<ResultRow[]> {
	return db
		.select(result)
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

export async function updateDeadline(
	db: Sql,
	learner: string,
	attemptId: string,
	deadline: Date,
): Promise<void> {
	await db
		.update(attempt)
		.set({ deadline })
		.where(and(isAttempt(learner, attemptId), isNull(attempt.submittedAt)));
}

const insertStarted = `
	with given as materialized (
		select * from jsonb_to_recordset($1::text::jsonb) as g (
			"learnerId" uuid, id uuid, "courseId" text, "quizId" text, version text, number int, seed text, form text, "paperForm" text,
			questions jsonb, "firstExposures" jsonb, pass float8, policy jsonb, "startedAt" timestamptz,
			deadline timestamptz, "roomId" uuid, supervised boolean, locale text, "targetGroup" text, place text, "assistedBy" text, channel text,
			"deviceTime" timestamptz
		)
	), started as (
		insert into attempt (
			learner_id, id, course_id, quiz_id, version, number, seed, form, paper_form, questions, first_exposures, pass, policy,
			started_at, deadline, room_id, supervised, locale, target_group, place, assisted_by, channel, device_time
		)
		select "learnerId", id, "courseId", "quizId", version, number, seed, form, "paperForm", questions, "firstExposures", pass, policy,
			"startedAt", deadline, "roomId", supervised, locale, "targetGroup", place, "assistedBy", channel, "deviceTime"
		from given order by "learnerId"
		on conflict do nothing
		returning learner_id, course_id, started_at
	), enrolled as (
		insert into enrolment (learner_id, course_id, enrolled_at)
		select learner_id, course_id, started_at from started order by learner_id
		on conflict do nothing
	)
	select learner_id::text as learner from started`;

/** One of a learner a statement. */
const starts: Shared<AttemptRow, boolean> = {
	keyOf: ({ learnerId }) => learnerId,
	async run(query, rows) {
		const made = await query<{ learner: string }>(insertStarted, [JSON.stringify(rows)]);
		const started = new Set(made.map(({ learner }) => learner));
		return rows.map(({ learnerId }) => started.has(learnerId));
	},
};

/** Writes an attempt down and enrols. False when one is open already, or another start took the number or the id. */
export function insertAttempt({ together }: Pick<Database, 'together'>, row: AttemptRow): Promise<boolean> {
	return together(starts, row);
}
