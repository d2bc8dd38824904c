/** What of the open answers waits for one grader, question by question. */
import type { Query } from '../db/query.ts';
import type { Graded, TaskRow } from './store.ts';

/** `$1`: the grader. Whoever has marked an answer waits for another grader, until the two differ. */
const marked = `exists (select 1 from mark m where m.learner_id = t.learner_id and m.attempt_id = t.attempt_id
	and m.question_id = t.question_id and m.grader = $1::text)`;
const forMe = `(t.state = 'differs' or not ${marked})`;
const open = `t.graded_at is null and t.learner_id <> $1::text::uuid`;
/** `$2`: now. */
const free = `(t.claimed_by is null or t.claimed_by = $1::text or t.claimed_until <= $2::timestamptz)`;
const inOrder = `t.state = 'differs', t.since, t.id`;

export interface QuestionRow {
	course: string;
	quiz: string;
	question: string;
	waiting: number;
	differs: number;
	marked: number;
	/** ISO 8601. */
	since: string;
	/** The oldest task, which says what the question is. */
	oldest: string;
	first: string | null;
}

const byQuestion = `
	select t.course_id as course, t.quiz_id as quiz, t.question_id as question,
		(count(*) filter (where t.state = 'waits' and ${forMe}))::int as waiting,
		(count(*) filter (where t.state = 'differs'))::int as differs,
		(count(*) filter (where not ${forMe}))::int as marked,
		to_json(min(t.since)) as since,
		(array_agg(t.id::text order by t.since, t.id))[1] as oldest,
		(array_agg(t.id::text order by ${inOrder}) filter (where ${forMe} and ${free}))[1] as first
	from grading_task t
	where ${open} and ($3::jsonb is null or t.course_id in (select jsonb_array_elements_text($3::jsonb)))
	group by 1, 2, 3 order by min(t.since), 1, 2, 3 limit $4::int`;

/** Questions of these courses that have open answers. */
export function selectWaitingQuestions(
	query: Query,
	{ grader, courses }: Graded,
	{ now, limit }: { now: Date; limit: number },
): Promise<QuestionRow[]> {
	const among = courses && JSON.stringify(courses);
	return query(byQuestion, [grader, now.toISOString(), among, limit]);
}

export interface Round {
	done: number;
	open: number;
	place: number | null;
	previous: string | null;
	next: string | null;
}

const ofQuestion = `t.course_id = $3::text and t.quiz_id = $4::text and t.question_id = $5::text`;
/** `$6`, `$7`, `$8`: where the task stands or stood in the order. */
const here = `($6::int, $7::timestamptz, $8::text::uuid)`;
const round = `
	with list as (
		select t.id::text as id, ((t.state = 'differs')::int, t.since, t.id) < ${here} as before,
			((t.state = 'differs')::int, t.since, t.id) > ${here} as after, ${free} as free,
			row_number() over (order by ${inOrder}) as n
		from grading_task t where ${ofQuestion} and ${open} and ${forMe}
	)
	select (select count(*) from list)::int as open,
		(select n from list where id = $8::text)::int as place,
		(select id from list where before and free order by n desc limit 1) as previous,
		(select id from list where after and free and id <> $8::text order by n limit 1) as next,
		(select count(*) from grading_task t where ${ofQuestion} and not (${open} and ${forMe}) and exists (
			select 1 from mark m where m.learner_id = t.learner_id and m.attempt_id = t.attempt_id
			and m.question_id = t.question_id and m.grader = $1::text and m.marked_at > $9::timestamptz))::int as done`;

const day = 24 * 3_600_000;

/**
 * Where a task stands among those of its question that wait for this grader. `isLate`: it stands, or stood,
 * among those to be settled, which come last.
 */
export async function selectRound(
	query: Query,
	{ grader, task, isLate, now }: { grader: string; task: TaskRow; isLate: boolean; now: Date },
): Promise<Round> {
	const { courseId, quizId, questionId, since, id } = task;
	const [row] = await query<Round>(round, [
		grader,
		now.toISOString(),
		courseId,
		quizId,
		questionId,
		isLate ? 1 : 0,
		since.toISOString(),
		id,
		new Date(now.getTime() - day).toISOString(),
	]);
	return row!;
}
