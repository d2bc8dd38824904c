import { and, eq, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { rowsOf } from '../db/rows.ts';
import { response } from '../db/tables/index.ts';
import { isFirstExposure } from './exposure-store.ts';
import type { AttemptRow } from './store.ts';

export type ResponseRow = typeof response.$inferSelect;
type NewResponse = Omit<ResponseRow, 'firstExposure' | 'firstSavedAt'>;

export function selectResponses(db: Sql, { learnerId, id }: AttemptRow): Promise<ResponseRow[]> {
	return db
		.select()
		.from(response)
		.where(and(eq(response.learnerId, learnerId), eq(response.attemptId, id)));
}

export async function selectOptionalResponse(db: Sql, { learnerId, id }: AttemptRow, question: string) {
	const [row] = await db
		.select()
		.from(response)
		.where(
			and(eq(response.learnerId, learnerId), eq(response.attemptId, id), eq(response.questionId, question)),
		);
	return row ?? null;
}

/**
 * Saves an answer where its revision is the highest and the attempt is open, in one statement. It holds the attempt's
 * row, so that a submission waits for it and then counts the answer, or it waits for the submission and saves nothing.
 * `names`: all that the question has been called.
 */
export async function upsertResponse(
	db: Sql,
	held: AttemptRow,
	row: NewResponse,
	names: string[],
): Promise<'saved' | 'not-higher' | 'submitted' | 'gone'> {
	const result = await db.execute(sql`
		with held as (
			select submitted_at from attempt
			where learner_id = ${row.learnerId}::uuid and id = ${row.attemptId}::uuid
			for share
		), saved as (
			insert into response (
				learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure, first_saved_at, saved_at,
				locale, target_group, place, assisted_by, channel, device_time
			)
			select
				${row.learnerId}::uuid, ${row.attemptId}::uuid, ${row.questionId}::text, ${row.keyHash}::text,
				${JSON.stringify(row.answer)}::text::jsonb, ${row.revision}::bigint, ${isFirstExposure({ ...held, names, during: held })},
				${row.savedAt.toISOString()}::timestamptz, ${row.savedAt.toISOString()}::timestamptz,
				${row.locale}::text, ${row.targetGroup}::text, ${row.place}::text, ${row.assistedBy}::text,
				${row.channel}::text, ${row.deviceTime?.toISOString() ?? null}::timestamptz
			from held where submitted_at is null
			on conflict (learner_id, attempt_id, question_id) do update set
				answer = excluded.answer, revision = excluded.revision, saved_at = excluded.saved_at,
				locale = excluded.locale, target_group = excluded.target_group, place = excluded.place,
				assisted_by = excluded.assisted_by, channel = excluded.channel, device_time = excluded.device_time
			where response.revision < excluded.revision
			returning revision
		)
		select submitted_at is not null as submitted, exists (select 1 from saved) as saved from held`);
	const [outcome] = rowsOf<{ submitted: boolean; saved: boolean }>(result);
	if (!outcome) return 'gone';
	if (outcome.submitted) return 'submitted';
	return outcome.saved ? 'saved' : 'not-higher';
}

/**
 * Saves the answers that come with the submission, in one statement: they count, whatever was saved before. Needs the
 * attempt's lock. `names`: all that the question has been called.
 */
export async function upsertFinalResponses(
	tx: Sql,
	held: AttemptRow,
	rows: (NewResponse & { names: string[] })[],
) {
	if (rows.length === 0) return;
	const values = rows.map(({ names, ...row }) => {
		return {
			...row,
			firstExposure: isFirstExposure({ ...held, names, during: held }),
			firstSavedAt: row.savedAt,
		};
	});
	await tx
		.insert(response)
		.values(values)
		.onConflictDoUpdate({
			target: [response.learnerId, response.attemptId, response.questionId],
			set: {
				answer: sql`excluded.answer`,
				revision: sql`${response.revision} + 1`,
				savedAt: sql`excluded.saved_at`,
				locale: sql`excluded.locale`,
				targetGroup: sql`excluded.target_group`,
				place: sql`excluded.place`,
				assistedBy: sql`excluded.assisted_by`,
				channel: sql`excluded.channel`,
				deviceTime: sql`excluded.device_time`,
			},
		});
}
