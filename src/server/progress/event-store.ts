import type { TargetGroup } from '#schemas/common.ts';
import type { LearningEvent } from '#schemas/progress.ts';
import type { Query } from '../db/query.ts';

/** An event as it is kept. `id` in lower case, as the database writes it. */
export interface EventRow {
	learner: string;
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
 * Keeps events, enrols, and marks lessons as done. Rows go in by learner and id, so that two statements never wait for
 * each other in a circle.
 */
const insert = `
	with given as materialized (
		select * from jsonb_to_recordset($1::text::jsonb) as row (
			"learner" uuid, "id" uuid, "type" text, "course" text, "lesson" text, "lessonNow" text, "item" text,
			"version" text, "at" timestamptz, "deviceTime" timestamptz, "locale" text, "targetGroup" text,
			"place" text, "assistedBy" text, "channel" text
		)
	), kept as (
		insert into learning_event (
			learner_id, id, type, course_id, lesson_id, item, version, at,
			locale, target_group, place, assisted_by, channel, device_time
		)
		select "learner", "id", "type", "course", "lesson", "item", "version", "at",
			"locale", "targetGroup", "place", "assistedBy", "channel", "deviceTime"
		from given order by "learner", "id"
		on conflict do nothing
		returning learner_id as "learner", id
	), enrolled as (
		insert into enrolment (learner_id, course_id, enrolled_at)
		select "learner", "course", min("at") from given join kept using ("learner", "id")
		group by "learner", "course" order by "learner", "course"
		on conflict do nothing
	), done as (
		insert into lesson_completion (learner_id, course_id, lesson_id, version, done_at, "by")
		select distinct on ("learner", "course", "lessonNow")
			"learner", "course", "lessonNow", "version", "at", 'marked'
		from given join kept using ("learner", "id") where "type" = 'lesson.done'
		order by "learner", "course", "lessonNow", "at"
		on conflict do nothing
	)
	select "learner" || '/' || id as key from kept`;

export const keyOf = ({ learner, id }: Pick<EventRow, 'learner' | 'id'>) => `${learner}/${id}`;

/**
 * In one statement, of one learner or several. Returns the keys of those that are new; an event that was there already
 * changes nothing.
 */
export async function insertEvents(query: Query, rows: readonly EventRow[]): Promise<Set<string>> {
	const kept = await query<{ key: string }>(insert, [JSON.stringify(rows)]);
	return new Set(kept.map(({ key }) => key));
}
