/** The attempts of a regrade in batches: read, looked at, graded again. */
import type { QuizPolicy } from '#domain/quiz-policy.ts';
import type { Locale } from '#schemas/common.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import type { GradedRow } from '../attempts/grading.ts';
import type { Query } from '../db/query.ts';
import type { LeftBecause } from '../db/tables/regrading.ts';

/** Where a batch ends, so that the next begins behind it. */
export interface Place {
	learner: string;
	attempt: string;
}
export const start: Place = {
	learner: '00000000-0000-0000-0000-000000000000',
	attempt: '00000000-0000-0000-0000-000000000000',
};

export interface ListedAttempt extends Place {
	/** As the attempt calls it. */
	question: string;
	/** Names the attempt's row as it was read. */
	state: string;
	quiz: string;
	version: string;
	locale: Locale;
	pass: number;
	policy: QuizPolicy;
	passed: boolean;
	/** Its learner has been erased: the answers are gone. */
	isErased: boolean;
	answer: PlainAnswer;
	/** The latest of each question, and the most points that each gave at first. */
	gradings: (GradedRow & { number: number; reason: string; promised: number })[];
}

const listed = `
	select c.learner_id::text as learner, c.attempt_id::text as attempt, c.question_id as question, a.xmin::text as state,
		a.quiz_id as quiz, a.version, a.locale, a.pass, a.policy, a.passed, a.seed = '' as "isErased",
		(select r.answer->'answer' from response r where r.learner_id = a.learner_id and r.attempt_id = a.id
			and r.question_id = c.question_id) as answer,
		(select json_agg(json_build_object('questionId', g.question_id, 'number', g.number, 'keyHash', g.key_hash,
			'score', g.score, 'maxScore', g.max_score, 'correct', g.correct, 'reason', g.reason, 'promised', f.max_score))
			from (select distinct on (question_id) * from grading
				where learner_id = a.learner_id and attempt_id = a.id order by question_id, number desc) g
			join grading f on f.learner_id = a.learner_id and f.attempt_id = a.id and f.question_id = g.question_id
				and f.number = 1) as gradings
	from (
		select * from regrade_change
		where regrade_id = $1::uuid and state = any (array(select jsonb_array_elements_text($2::text::jsonb)))
			and state <> 'done' and (learner_id, attempt_id) > ($3::uuid, $4::uuid)
		order by learner_id, attempt_id limit $5::int
	) c
	join lateral (
		select *, xmin from attempt where learner_id = c.learner_id and id = c.attempt_id and submitted_at is not null offset 0
	) a on true
	order by c.learner_id, c.attempt_id`;

const ends = `
	select learner_id::text as learner, attempt_id::text as attempt from regrade_change
	where regrade_id = $1::uuid and state = any (array(select jsonb_array_elements_text($2::text::jsonb)))
		and state <> 'done' and (learner_id, attempt_id) > ($3::uuid, $4::uuid)
	order by learner_id, attempt_id limit $5::int`;

type State = 'listed' | 'previewed' | 'graded';

/** The next ones in these states, those under way left out; and the last of all that were looked at. */
export async function selectBatch(
	query: Query,
	regradeId: string,
	states: readonly State[],
	after: Place,
	most: number,
): Promise<{ attempts: ListedAttempt[]; end: Place | null }> {
	const params = [regradeId, JSON.stringify(states), after.learner, after.attempt, most];
	const places = await query<Place>(ends, params);
	const attempts = await query<ListedAttempt>(listed, params);
	return { attempts, end: places.length < most ? null : places.at(-1)! };
}

/** What grading it again comes to. */
export interface Regraded extends Place {
	question: string;
	state: string;
	left: LeftBecause | null;
	/** Of the question. */
	number: number;
	keyHash: string;
	scoreBefore: number;
	score: number;
	maxScoreBefore: number;
	maxScore: number;
	correct: GradedRow['correct'];
	passedBefore: boolean;
	/** Of the attempt. */
	result: { score: number; maxScore: number; passed: boolean; waiting: number };
}

const given = `
	select * from jsonb_to_recordset($2::text::jsonb) as g (
		learner uuid, attempt uuid, question text, state text, "left" text, number int, "keyHash" text,
		"scoreBefore" float8, score float8, "maxScoreBefore" float8, "maxScore" float8, correct text,
		"passedBefore" boolean, result jsonb)`;
const change = `
	left_because = g."left", score_before = g."scoreBefore", score = g.score, max_score_before = g."maxScoreBefore",
	max_score = g."maxScore", passed_before = g."passedBefore", passed = (g.result->>'passed')::boolean`;

const preview = `
	update regrade_change c set state = 'previewed', cycle = null, ${change}
	from (${given}) g where c.regrade_id = $1::uuid and c.learner_id = g.learner and c.attempt_id = g.attempt`;

/** Keeps what it would come to. */
export async function updatePreviewed(query: Query, id: string, all: readonly Regraded[]): Promise<void> {
	await query(preview, [id, JSON.stringify(all)]);
}

/**
 * Attempts that have changed since they were read are left for the next time. What is kept beside it: a grading, the
 * result of the attempt, what changed, and where points changed, a line in the learner's own events. An earlier regrade
 * of the question whose turn at an attempt has not come (it was under way) comes no more: the last one stands.
 */
const apply = `
	with given as materialized (${given}), held as materialized (
		select g.* from (select * from given order by learner, attempt) g cross join lateral (
			select learner_id from attempt where learner_id = g.learner and id = g.attempt and xmin::text = g.state for update
		) a
	), graded as (
		insert into grading (
			learner_id, attempt_id, question_id, number, key_hash, score, max_score, correct, graded_by, reason, graded_at)
		select learner, attempt, question, number, "keyHash", score, "maxScore", correct, $3, $4, $5::timestamptz
		from held where "left" is null
	), resulted as (
		update attempt a set score = (g.result->>'score')::float8, max_score = (g.result->>'maxScore')::float8,
			passed = (g.result->>'passed')::boolean
		from held g where a.learner_id = g.learner and a.id = g.attempt and g."left" is null
	), told as (
		insert into audit (learner_id, id, actor, action, subject, at)
		select g.learner, gen_random_uuid(), $3, 'attempt.regrade', $6 || g.question, $5::timestamptz
		from held g where g."left" is null and (g.score, g."maxScore") <> (g."scoreBefore", g."maxScoreBefore")
			and exists (select from person p where p.learner_id = g.learner)
	), overtaken as (
		delete from regrade_change o using held g, regrade earlier, regrade this
		where g."left" is null and o.learner_id = g.learner and o.attempt_id = g.attempt and o.question_id = g.question
			and o.state in ('listed', 'previewed') and earlier.id = o.regrade_id and this.id = $1::uuid
			and earlier.state = 'applied' and earlier.asked_at < this.asked_at
	)
	update regrade_change c set graded_at = $5::timestamptz, ${change},
		state = case when (g.result->>'passed')::boolean = g."passedBefore" then 'done' else 'graded' end
	from held g where c.regrade_id = $1::uuid and c.learner_id = g.learner and c.attempt_id = g.attempt
	returning c.attempt_id`;

/** Returns how many were as they had been read. */
export async function insertRegraded(
	query: Query,
	id: string,
	all: readonly Regraded[],
	how: { actor: string; reason: string; at: Date; subject: string },
): Promise<number> {
	const { actor, reason, at, subject } = how;
	return (await query(apply, [id, JSON.stringify(all), actor, reason, at.toISOString(), subject])).length;
}

/** Attempts of one learner whose pass changes, oldest first. */
export interface PassChange {
	attempt: string;
	quiz: string;
	submittedAt: string;
	passed: boolean;
}

const weighing = `
	select c.learner_id::text as learner, json_agg(json_build_object('attempt', c.attempt_id, 'quiz', a.quiz_id,
		'submittedAt', a.submitted_at, 'passed', c.passed) order by a.submitted_at) as changes
	from regrade_change c join attempt a on a.learner_id = c.learner_id and a.id = c.attempt_id
	where c.regrade_id = $1::uuid and c.state = $2 and c.state <> 'done' and c.passed <> c.passed_before
		and c.learner_id > $3::uuid
	group by c.learner_id order by c.learner_id limit $4::int`;

/** Learners of whom something may rest on attempts in this state. */
export function selectToWeigh(
	query: Query,
	id: string,
	state: State,
	after: string,
	most: number,
): Promise<{ learner: string; changes: PassChange[] }[]> {
	return query(weighing, [id, state, after, most]);
}

const weighed = `
	update regrade_change c set cycle = g.cycle,
		state = case when c.state = 'graded' then 'done' else c.state end,
		decision = case when c.state = 'graded' and g.cycle is not null and not c.passed then 'open' end
	from jsonb_to_recordset($3::text::jsonb) as g (attempt uuid, cycle int)
	where c.regrade_id = $1::uuid and c.learner_id = $2::uuid and c.attempt_id = g.attempt`;

export async function updateWeighed(
	query: Query,
	id: string,
	learner: string,
	cycles: readonly { attempt: string; cycle: number | null }[],
): Promise<void> {
	await query(weighed, [id, learner, JSON.stringify(cycles)]);
}
