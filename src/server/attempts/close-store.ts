import type { Earned } from '#domain/cycles.ts';
import type { Shared } from '../db/batch.ts';
import type { Database } from '../db/connect.ts';
import type { GradedRow } from './grading.ts';
import type { NewResponse } from './response-store.ts';
import { workState, type Work } from './work-store.ts';

/** All that closing an attempt writes. */
export interface Closed {
	submittedAt: Date;
	gradedAt: Date;
	result: { score: number; maxScore: number; passed: boolean; waiting: number };
	gradings: GradedRow[];
	/** Answers that came along and count before all that was saved. */
	final: (NewResponse & { firstExposure: boolean })[];
	/** The completion of the course that this earns. */
	earned: (Earned & { version: string }) | null;
}

/**
 * Closes attempts of one learner each. The learners' and the attempts' rows are held, in the order of their ids, so that
 * answers on their way are waited for and no two statements wait for each other in a circle; then the state is asked
 * for, which sees all that was committed until then; and only where nothing has changed since the work was read is
 * anything written. Rows are looked up one by one (`lateral`), so that the plan is the same however many there are.
 * An open attempt has no gradings yet, so that these are the first of its questions. What waits for a person is queued.
 */
const close = `
	with given as materialized (
		select * from jsonb_to_recordset($1::text::jsonb) as g (
			learner uuid, id uuid, state text, "submittedAt" timestamptz, "gradedAt" timestamptz, score float8,
			"maxScore" float8, passed boolean, waiting int, gradings jsonb, final jsonb, cycle int, version text,
			"completedAt" timestamptz
		)
	), learner as materialized (
		select p.learner_id, g.id from (select learner, id from given order by learner) g cross join lateral (
			select learner_id from person where learner_id = g.learner for no key update
		) p
	), held as materialized (
		select a.* from (select learner_id, id from learner order by learner_id) l cross join lateral (
			select learner_id, id, course_id, quiz_id from attempt
			where learner_id = l.learner_id and id = l.id and submitted_at is null
			for update
		) a
	), same as materialized (
		select g.*, h.course_id, h.quiz_id from held h join given g on g.learner = h.learner_id and g.id = h.id
		where work_state(h.learner_id, h.id, h.course_id) = g.state
	), final as (
		insert into response (
			learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure, first_saved_at, saved_at,
			locale, target_group, place, assisted_by, channel, device_time
		)
		select same.learner, same.id, f."questionId", f."keyHash", f.answer, 1, f."firstExposure", f."savedAt",
			f."savedAt", f.locale, f."targetGroup", f.place, f."assistedBy", f.channel, f."deviceTime"
		from same cross join jsonb_to_recordset(same.final) as f (
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
		select same.learner, same.id, g."questionId", 1, g."keyHash", g.score, g."maxScore", g.correct,
			same."gradedAt"
		from same cross join jsonb_to_recordset(same.gradings) as g (
			"questionId" text, "keyHash" text, score float8, "maxScore" float8, correct text
		)
	), queued as (
		insert into grading_task (learner_id, attempt_id, question_id, course_id, quiz_id, since)
		select same.learner, same.id, g."questionId", same.course_id, same.quiz_id, same."submittedAt"
		from same cross join jsonb_to_recordset(same.gradings) as g ("questionId" text, correct text)
		where g.correct is null
		on conflict do nothing
	), closed as (
		update attempt a
		set submitted_at = same."submittedAt", score = same.score, max_score = same."maxScore", passed = same.passed,
			waiting = same.waiting
		from same where a.learner_id = same.learner and a.id = same.id
		returning a.learner_id
	), completed as (
		insert into course_completion (learner_id, course_id, cycle, version, completed_at)
		select same.learner, same.course_id, same.cycle, same.version, same."completedAt" from same
		where same.cycle is not null
		on conflict do nothing
	)
	select h.learner_id::text as learner, c.learner_id is not null as closed
	from held h left join closed c on c.learner_id = h.learner_id`;

interface Closing {
	work: Work;
	closed: Closed;
}
type ClosingOutcome = 'closed' | 'changed' | 'closed-before';

/** One attempt of a learner a statement: what closes first may change what the next one earns. */
const closings: Shared<Closing, ClosingOutcome> = {
	keyOf: ({ work }) => work.row.learnerId,
	async run(query, given) {
		const rows = await query<{ learner: string; closed: boolean }>(close, [
			JSON.stringify(given.map(written)),
		]);
		const found = new Map(rows.map(({ learner, closed }) => [learner, closed]));
		return given.map(({ work }) => {
			const isClosed = found.get(work.row.learnerId);
			if (isClosed === undefined) return 'closed-before';
			return isClosed ? 'closed' : 'changed';
		});
	},
};

function written({ work, closed }: Closing) {
	const { earned, result, ...rest } = closed;
	return {
		learner: work.row.learnerId,
		id: work.row.id,
		state: workState(work),
		...rest,
		...result,
		...earned,
	};
}

/**
 * Closes an attempt that is as it was read. `changed`: an answer was saved, or something else that counts was done,
 * since then; `closed-before`: it was submitted already, or is gone.
 */
export function updateClosed(
	{ together }: Pick<Database, 'together'>,
	work: Work,
	closed: Closed,
): Promise<ClosingOutcome> {
	return together(closings, { work, closed });
}
