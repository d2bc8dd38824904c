import { and, eq } from 'drizzle-orm';
import type { Shared } from '../db/batch.ts';
import type { Database, Sql } from '../db/connect.ts';
import { checkResponse } from '../db/tables/index.ts';

export type CheckRow = typeof checkResponse.$inferSelect;
export type NewCheck = Omit<CheckRow, 'firstExposure'>;

interface Given {
	row: NewCheck;
	/** All that the question has been called. */
	names: string[];
}

/** A learner meets a question for the first time where no attempt asked it and no check of it was answered. */
const insert = `
	with given as materialized (
		select * from jsonb_to_recordset($1::text::jsonb) as g (
			"learnerId" uuid, id uuid, "courseId" text, version text, "lessonId" text, "questionId" text,
			"keyHash" text, answer jsonb, score float8, "maxScore" float8, names text[], at timestamptz, locale text,
			"targetGroup" text, place text, "assistedBy" text, channel text, "deviceTime" timestamptz
		)
	)
	insert into check_response (
		learner_id, id, course_id, version, lesson_id, question_id, key_hash, answer, score, max_score,
		first_exposure, at, locale, target_group, place, assisted_by, channel, device_time
	)
	select g."learnerId", g.id, g."courseId", g.version, g."lessonId", g."questionId", g."keyHash", g.answer, g.score,
		g."maxScore", not met.attempted and not met.checked, g.at, g.locale, g."targetGroup", g.place, g."assistedBy",
		g.channel, g."deviceTime"
	from given g cross join lateral (
		select exists (
			select from attempt
			where learner_id = g."learnerId" and course_id = g."courseId" and questions ?| g.names
		) as attempted, exists (
			select from check_response
			where learner_id = g."learnerId" and course_id = g."courseId" and question_id = any(g.names)
		) as checked
	) met
	order by g."learnerId"
	on conflict do nothing
	returning learner_id::text as learner`;

/** One of a learner a statement, so that a second answer to a question is no first exposure. */
const inserts: Shared<Given, boolean> = {
	keyOf: ({ row }) => row.learnerId,
	async run(query, given) {
		const rows = given.map(({ row, names }) => ({ ...row, names }));
		const made = await query<{ learner: string }>(insert, [JSON.stringify(rows)]);
		const fresh = new Set(made.map(({ learner }) => learner));
		return given.map(({ row }) => fresh.has(row.learnerId));
	},
};

/**
 * False when the device has sent this one before. Those that come at the same time are written by one statement.
 * `names`: all that the question has been called.
 */
export function insertCheckResponse(
	{ together }: Pick<Database, 'together'>,
	row: NewCheck,
	names: string[],
): Promise<boolean> {
	return together(inserts, { row, names });
}

export async function selectCheckResponse(db: Sql, learner: string, id: string): Promise<CheckRow> {
	const [row] = await db
		.select()
		.from(checkResponse)
		.where(and(eq(checkResponse.learnerId, learner), eq(checkResponse.id, id)));
	if (!row) throw new Error(`Check response ${id} is gone.`);
	return row;
}
