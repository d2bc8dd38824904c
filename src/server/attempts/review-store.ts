/** What a learner got wrong, and in which box it is since, in one statement. */
import type { QuizPolicy } from '#domain/quiz-policy.ts';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { reviewItem } from '../db/tables/index.ts';

export interface WrongAttempt {
	courseId: string;
	quizId: string;
	policy: QuizPolicy;
	startedAt: string;
	submittedAt: string;
	asked: number;
	answered: number;
	/** Questions that were not right, by the latest gradings. */
	wrong: string[] | null;
}
interface MistakesRow {
	checks: [course: string, question: string, at: string][] | null;
	attempts: WrongAttempt[] | null;
	reviews: [course: string, question: string, box: number, at: string][] | null;
}

const mistakesOf = `
	select
		(select json_agg(json_build_array(c.course_id, c.question_id, c.at)) from (
			select course_id, question_id, max(at) as at from check_response
			where learner_id = $1::uuid and score < max_score group by course_id, question_id) c) as checks,
		(select json_agg(json_build_object('courseId', a.course_id, 'quizId', a.quiz_id, 'policy', a.policy,
			'startedAt', a.started_at, 'submittedAt', a.submitted_at, 'asked', jsonb_array_length(a.questions),
			'answered', (select count(*) from response r where r.learner_id = a.learner_id and r.attempt_id = a.id),
			'wrong', (select json_agg(g.question_id) from (
				select distinct on (question_id) question_id, correct from grading
				where learner_id = a.learner_id and attempt_id = a.id order by question_id, number desc) g
				where g.correct <> 'true')))
			from attempt a where a.learner_id = $1::uuid and a.submitted_at is not null) as attempts,
		(select json_agg(json_build_array(v.course_id, v.question_id, v.box, v.reviewed_at)) from review_item v
			where v.learner_id = $1::uuid) as reviews`;

export async function selectMistakes(query: Query, learner: string) {
	const [row] = await query<MistakesRow>(mistakesOf, [learner]);
	return { checks: row?.checks ?? [], attempts: row?.attempts ?? [], reviews: row?.reviews ?? [] };
}

export async function upsertReview(db: Sql, row: typeof reviewItem.$inferInsert): Promise<void> {
	const { box, reviewedAt } = row;
	await db
		.insert(reviewItem)
		.values(row)
		.onConflictDoUpdate({
			target: [reviewItem.learnerId, reviewItem.courseId, reviewItem.questionId],
			set: { box, reviewedAt },
		});
}
