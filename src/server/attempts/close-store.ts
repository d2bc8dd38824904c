import type { Earned } from '#domain/cycles.ts';
import type { Query } from '../db/query.ts';
import { learningState } from '../learning/facts-store.ts';
import type { GradedRow } from './grading.ts';
import type { NewResponse } from './response-store.ts';
import { responseState, type Work } from './work-store.ts';

/** All that closing an attempt writes. */
export interface Closed {
	submittedAt: Date;
	gradedAt: Date;
	result: { score: number; maxScore: number; passed: boolean };
	gradings: GradedRow[];
	/** Answers that came along and count before all that was saved. */
	final: (NewResponse & { firstExposure: boolean })[];
	/** The completion of the course that this earns. */
	earned: (Earned & { version: string }) | null;
}

/**
 * The attempt's row is held, so that answers on their way are waited for; then the two states are asked for, which see
 * all that was committed until then; and only where nothing has changed since the work was read is anything written.
 */
const close = `
	with learner as materialized (
		select learner_id from person where learner_id = $1::uuid for no key update
	), held as materialized (
		select a.learner_id, a.id, a.course_id from learner
		join attempt a on a.learner_id = learner.learner_id and a.id = $2::uuid
		where a.submitted_at is null
		for update of a
	), same as materialized (
		select learner_id, id, course_id from held
		where response_state(learner_id, id) = $3 and learning_state(learner_id, course_id) = $4
	), final as (
		insert into response (
			learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure, first_saved_at, saved_at,
			locale, target_group, place, assisted_by, channel, device_time
		)
		select same.learner_id, same.id, f."questionId", f."keyHash", f.answer, 1, f."firstExposure", f."savedAt",
			f."savedAt", f.locale, f."targetGroup", f.place, f."assistedBy", f.channel, f."deviceTime"
		from same cross join jsonb_to_recordset($5::text::jsonb) as f (
			"questionId" text, "keyHash" text, answer jsonb, "firstExposure" boolean, "savedAt" timestamptz,
			locale text, "targetGroup" text, place text, "assistedBy" text, channel text, "deviceTime" timestamptz
		)
		on conflict (learner_id, attempt_id, question_id) do update set
			answer = excluded.answer, revision = response.revision + 1, saved_at = excluded.saved_at,
			locale = excluded.locale, target_group = excluded.target_group, place = excluded.place,
			assisted_by = excluded.assisted_by, channel = excluded.channel, device_time = excluded.device_time
	), graded as (
		insert into grading (
			learner_id, attempt_id, question_id, number, key_hash, score, max_score, correct, graded_at
		)
		select same.learner_id, same.id, g."questionId",
			1 + coalesce((
				select max(n.number) from grading n
				where n.learner_id = same.learner_id and n.attempt_id = same.id and n.question_id = g."questionId"
			), 0),
			g."keyHash", g.score, g."maxScore", g.correct, $6::timestamptz
		from same cross join jsonb_to_recordset($7::text::jsonb) as g (
			"questionId" text, "keyHash" text, score float8, "maxScore" float8, correct text
		)
	), closed as (
		update attempt a
		set submitted_at = $8::timestamptz, score = $9::float8, max_score = $10::float8, passed = $11::int = 1
		from same where a.learner_id = same.learner_id and a.id = same.id
		returning a.id
	), completed as (
		insert into course_completion (learner_id, course_id, cycle, version, completed_at)
		select same.learner_id, same.course_id, $12::int, $13::text, $14::timestamptz from same
		where $12::int is not null
		on conflict do nothing
	)
	select (select count(*) from held)::int as open, (select count(*) from closed)::int as closed`;

/**
 * Closes an attempt that is as it was read. `changed`: an answer was saved, or something else that counts was done,
 * since then; `closed-before`: it was submitted already, or is gone.
 */
export async function updateClosed(
	query: Query,
	{ row, responses, standing }: Work,
	closed: Closed,
): Promise<'closed' | 'changed' | 'closed-before'> {
	const { result, earned } = closed;
	const [outcome] = await query<{ open: number; closed: number }>(close, [
		row.learnerId,
		row.id,
		responseState(responses),
		learningState(standing),
		JSON.stringify(closed.final),
		closed.gradedAt.toISOString(),
		JSON.stringify(closed.gradings),
		closed.submittedAt.toISOString(),
		result.score,
		result.maxScore,
		Number(result.passed),
		earned?.cycle ?? null,
		earned?.version ?? null,
		earned?.completedAt.toISOString() ?? null,
	]);
	if (outcome?.closed === 1) return 'closed';
	return outcome?.open === 1 ? 'changed' : 'closed-before';
}
