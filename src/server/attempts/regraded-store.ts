/** What was graded again of a learner's attempts. */
import type { RegradeWay } from '#schemas/names.ts';
import type { Query } from '../db/query.ts';

export interface RegradedAnswer {
	/** As the attempt calls it. */
	question: string;
	way: RegradeWay;
	reason: string;
	/** The question as it was corrected. */
	courseId: string;
	questionId: string;
	version: string;
	scoreBefore: number;
	maxScoreBefore: number;
	/** Whether its points changed. */
	isChanged: boolean;
	/** ISO 8601 in UTC. */
	at: string;
}

const changed = '(c.score, c.max_score) <> (c.score_before, c.max_score_before)';

const answers = `
	select distinct on (c.question_id) c.question_id as question, r.way, r.reason, r.course_id as "courseId",
		r.question_id as "questionId", r.version, c.score_before as "scoreBefore",
		c.max_score_before as "maxScoreBefore", ${changed} as "isChanged", to_json(c.graded_at)#>>'{}' as at
	from regrade_change c join regrade r on r.id = c.regrade_id
	where c.learner_id = $1::uuid and c.attempt_id = $2::uuid and c.graded_at is not null and c.left_because is null
	order by c.question_id, c.graded_at desc`;

/** Of each question of an attempt the last time. */
export function selectRegraded(query: Query, learner: string, attempt: string): Promise<RegradedAnswer[]> {
	return query<RegradedAnswer>(answers, [learner, attempt]);
}

const since = `
	select c.attempt_id::text as attempt, to_json(max(c.graded_at))#>>'{}' as at
	from regrade_change c
	where c.learner_id = $1::uuid and c.graded_at >= $2::timestamptz and ${changed}
	group by c.attempt_id`;

/** When points of a learner's attempts last changed by that, by attempt, as far as it was since a time. */
export async function selectRegradedSince(
	query: Query,
	learner: string,
	from: Date,
): Promise<Map<string, Date>> {
	const rows = await query<{ attempt: string; at: string }>(since, [learner, from.toISOString()]);
	return new Map(rows.map(({ attempt, at }) => [attempt, new Date(at)]));
}
