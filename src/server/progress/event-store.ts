import { sql } from 'drizzle-orm';
import type { TargetGroup } from '#schemas/common.ts';
import type { LearningEvent } from '#schemas/progress.ts';
import { rowsOf } from '../db/rows.ts';
import type { Sql } from '../db/connect.ts';

/** An event as it is kept. `id` in lower case, as the database writes it. */
export interface EventRow {
	id: string;
	type: LearningEvent['type'];
	course: string;
	lesson: string;
	/** The lesson's id on the active version, where it has one. */
	lessonNow: string;
	item: string | null;
	version: string;
	/** When it came in. */
	at: string;
	deviceTime: string;
	locale: string;
	targetGroup: TargetGroup | null;
	place: string | null;
	assistedBy: string | null;
	channel: string;
}

/**
 * Keeps events, enrols, and marks lessons as done, in one statement. Returns the ids that are new; an event that was
 * there already changes nothing. Rows go in by id, so that two batches never wait for each other in a circle.
 */
export async function insertEvents(
	db: Sql,
	learner: string,
	rows: EventRow[],
	now: Date,
): Promise<Set<string>> {
	const at = now.toISOString();
	const result = await db.execute(sql`
		with given as (
			select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row (
				"id" uuid, "type" text, "course" text, "lesson" text, "lessonNow" text, "item" text, "version" text,
				"at" timestamptz, "deviceTime" timestamptz, "locale" text, "targetGroup" text, "place" text,
				"assistedBy" text, "channel" text
			)
		), kept as (
			insert into learning_event (
				learner_id, id, type, course_id, lesson_id, item, version, at,
				locale, target_group, place, assisted_by, channel, device_time
			)
			select ${learner}::uuid, "id", "type", "course", "lesson", "item", "version", "at",
				"locale", "targetGroup", "place", "assistedBy", "channel", "deviceTime"
			from given order by "id"
			on conflict do nothing
			returning id
		), enrolled as (
			insert into enrolment (learner_id, course_id, enrolled_at)
			select distinct ${learner}::uuid, "course", ${at}::timestamptz from given join kept using ("id")
			order by "course"
			on conflict do nothing
		), done as (
			insert into lesson_completion (learner_id, course_id, lesson_id, version, done_at, "by")
			select distinct on ("course", "lessonNow")
				${learner}::uuid, "course", "lessonNow", "version", ${at}::timestamptz, 'marked'
			from given join kept using ("id") where "type" = 'lesson.done'
			order by "course", "lessonNow", "at"
			on conflict do nothing
		)
		select id::text as id from kept`);
	return new Set(rowsOf<{ id: string }>(result).map((row) => row.id));
}
