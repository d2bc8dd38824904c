/** Attempts whose items statistics have not been told yet, and how they are kept. */
import type { Locale } from '#schemas/common.ts';
import type { Channel } from '#schemas/names.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import type { Query } from '../db/query.ts';

export interface UntoldAttempt {
	learner: string;
	id: string;
	/** Names the row as it was read. */
	state: string;
	course: string;
	quiz: string;
	version: string;
	locale: Locale;
	channel: Channel;
	/** Its learner has been erased: answers and times are gone. */
	isLoosened: boolean;
	startedAt: string;
	/** The latest of each question; `correct` is null where it waits for a person. */
	gradings: [question: string, key: string, score: number, maxScore: number, correct: string | null][] | null;
	responses:
		[question: string, answer: PlainAnswer, firstSavedAt: string, confidence: 1 | 2 | 3 | null][] | null;
}

const untold = (where: string) => `
	select a.learner_id::text as learner, a.id::text as id, a.xmin::text as state, a.course_id as course,
		a.quiz_id as quiz, a.version, a.locale, a.channel, a.seed = '' as "isLoosened",
		to_json(a.started_at)#>>'{}' as "startedAt",
		(select json_agg(json_build_array(g.question_id, g.key_hash, g.score, g.max_score, g.correct)) from (
			select distinct on (question_id) question_id, key_hash, correct,
				case when is_given then 0 else score end as score, case when is_given then 0 else max_score end as max_score
			from (select *, exists (select from grading f where f.learner_id = a.learner_id and f.attempt_id = a.id
					and f.question_id = g.question_id and f.reason = 'full-credit' and f.number >= g.number) as is_given
				from grading g where learner_id = a.learner_id and attempt_id = a.id and reason <> 'full-credit') g
			order by question_id, number desc) g) as gradings,
		(select json_agg(json_build_array(r.question_id, r.answer->'answer', r.first_saved_at, r.answer->'confidence')) from response r
			where r.learner_id = a.learner_id and r.attempt_id = a.id) as responses
	from (select *, xmin from attempt where submitted_at is not null and items is null ${where}) a`;

const untoldOfAll = untold('limit $1::int');
const untoldOfQuiz = untold(
	`and course_id = $2 and quiz_id in (select jsonb_array_elements_text($3::text::jsonb)) limit $1::int`,
);

/** Of one quiz by all its names, or of all. */
export function selectUntold(
	query: Query,
	most: number,
	of?: { course: string; quizzes: string[] },
): Promise<UntoldAttempt[]> {
	return of
		? query<UntoldAttempt>(untoldOfQuiz, [most, of.course, JSON.stringify(of.quizzes)])
		: query<UntoldAttempt>(untoldOfAll, [most]);
}

export interface ToldAttempt extends Pick<UntoldAttempt, 'learner' | 'id' | 'state'> {
	lines: string[];
	seconds: (number | null)[];
	rushed: boolean;
}

/** An attempt that has changed since it was read is left for the next time. */
const tell = `
	update attempt a set rushed = t.rushed,
		items = array(select jsonb_array_elements_text(t.lines)),
		item_seconds = array(select case when jsonb_typeof(s) = 'number' then s::int end from jsonb_array_elements(t.seconds) s)
	from jsonb_to_recordset($1::text::jsonb) as t (
		learner uuid, id uuid, state text, lines jsonb, seconds jsonb, rushed boolean)
	where a.learner_id = t.learner and a.id = t.id and a.xmin::text = t.state`;

export async function updateTold(query: Query, told: readonly ToldAttempt[]): Promise<void> {
	await query(tell, [JSON.stringify(told)]);
}
