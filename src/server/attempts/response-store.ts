import type { Shared } from '../db/batch.ts';
import type { Database } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { response } from '../db/tables/index.ts';
import { date } from '../learning/facts-store.ts';

type ResponseRow = typeof response.$inferSelect;
export type NewResponse = Omit<ResponseRow, 'firstExposure' | 'firstSavedAt'>;
/** An answer to be saved; `firstExposure` counts where none is saved yet. */
export type GivenResponse = NewResponse & { firstExposure: boolean };

export type SaveOutcome = 'saved' | 'not-higher' | 'submitted' | 'gone';
/** What became of an answer, and when the time of its attempt is up, as it stands now; null: never. */
export interface SavedNow {
	outcome: SaveOutcome;
	deadline: Date | null;
}

/**
 * Saves answers where their revisions are the highest and their attempts are open, in one statement. It holds the
 * attempts' rows, in the order of their ids, so that a submission waits for it and then counts the answers, or it waits
 * for the submission and saves nothing.
 */
const upsert = `
	with given as materialized (
		select * from jsonb_to_recordset($1::text::jsonb) as g (
			"learnerId" uuid, "attemptId" uuid, "questionId" text, "keyHash" text, answer jsonb, revision bigint,
			"firstExposure" boolean, "savedAt" timestamptz, locale text, "targetGroup" text, place text,
			"assistedBy" text, channel text, "deviceTime" timestamptz
		)
	), held as materialized (
		select a.* from (
			select distinct "learnerId", "attemptId" from given order by "learnerId", "attemptId"
		) g cross join lateral (
			select learner_id, id, submitted_at is not null as submitted, first_exposures, deadline from attempt
			where learner_id = g."learnerId" and id = g."attemptId"
			for share
		) a
	), saved as (
		insert into response (
			learner_id, attempt_id, question_id, key_hash, answer, revision, first_exposure, first_saved_at, saved_at,
			locale, target_group, place, assisted_by, channel, device_time
		)
		select g."learnerId", g."attemptId", g."questionId", g."keyHash", g.answer, g.revision,
			g."firstExposure" and h.first_exposures ? g."questionId", g."savedAt", g."savedAt", g.locale, g."targetGroup", g.place, g."assistedBy", g.channel, g."deviceTime"
		from given g join held h on h.learner_id = g."learnerId" and h.id = g."attemptId"
		where not h.submitted
		order by g."learnerId", g."attemptId", g."questionId"
		on conflict (learner_id, attempt_id, question_id) do update set
			answer = excluded.answer, revision = excluded.revision, saved_at = excluded.saved_at,
			locale = excluded.locale, target_group = excluded.target_group, place = excluded.place,
			assisted_by = excluded.assisted_by, channel = excluded.channel, device_time = excluded.device_time
		where response.revision < excluded.revision
		returning learner_id, attempt_id, question_id
	)
	select g."learnerId" || '/' || g."attemptId" || '/' || g."questionId" as key, h.submitted,
		s.question_id is not null as saved, to_json(h.deadline) as deadline
	from given g
	left join held h on h.learner_id = g."learnerId" and h.id = g."attemptId"
	left join saved s on s.learner_id = g."learnerId" and s.attempt_id = g."attemptId"
		and s.question_id = g."questionId"`;

const keyOf = (row: Pick<NewResponse, 'learnerId' | 'attemptId' | 'questionId'>) =>
	`${row.learnerId}/${row.attemptId}/${row.questionId}`;

interface SaveRow {
	key: string;
	submitted: boolean | null;
	saved: boolean;
	deadline: string | null;
}

const saves: Shared<GivenResponse, SavedNow> = {
	keyOf,
	async run(query, rows) {
		const found = await query<SaveRow>(upsert, [JSON.stringify(rows)]);
		const outcomes = new Map(
			found.map(({ key, submitted, saved, deadline }) => [
				key,
				{ outcome: outcomeOf(submitted, saved), deadline: date(deadline) },
			]),
		);
		return rows.map((row) => outcomes.get(keyOf(row)) ?? { outcome: 'gone', deadline: null });
	},
};

/** What became of an answer. Those that come at the same time are written by one statement. */
export function upsertResponse(
	{ together }: Pick<Database, 'together'>,
	row: GivenResponse,
): Promise<SavedNow> {
	return together(saves, row);
}

function outcomeOf(submitted: boolean | null, saved: boolean): SaveOutcome {
	if (submitted === null) return 'gone';
	if (submitted) return 'submitted';
	return saved ? 'saved' : 'not-higher';
}

const selectOne = `
	select answer, revision::text as revision, to_json(saved_at) as "savedAt" from response
	where learner_id = $1::uuid and attempt_id = $2::uuid and question_id = $3`;

export async function selectOptionalResponse(
	query: Query,
	{ learnerId, id }: { learnerId: string; id: string },
	question: string,
): Promise<Pick<ResponseRow, 'answer' | 'revision' | 'savedAt'> | null> {
	const [row] = await query<{ answer: ResponseRow['answer']; revision: string; savedAt: string }>(selectOne, [
		learnerId,
		id,
		question,
	]);
	return row ? { answer: row.answer, revision: Number(row.revision), savedAt: new Date(row.savedAt) } : null;
}

/** What is saved of an attempt, by question. */
export async function selectAnswers(
	query: Query,
	{ learnerId, id }: { learnerId: string; id: string },
): Promise<Map<string, ResponseRow['answer']>> {
	const rows = await query<{ question: string; answer: ResponseRow['answer'] }>(
		`select question_id as question, answer from response where learner_id = $1::uuid and attempt_id = $2::uuid`,
		[learnerId, id],
	);
	return new Map(rows.map(({ question, answer }) => [question, answer]));
}
