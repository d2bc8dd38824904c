/** An attempt with all that has been done on it, read in one statement beside how its learner stands in the course. */
import type { Shared } from '../db/batch.ts';
import type { Database } from '../db/connect.ts';
import {
	date,
	learningState,
	standingColumns,
	standingOf,
	type Standing,
	type StandingRow,
} from '../learning/facts-store.ts';
import type { KeptAnswer } from './answers.ts';
import type { GradedRow } from './grading.ts';
import type { AttemptRow } from './store.ts';

/** What was last answered to a question. */
export interface SavedResponse {
	questionId: string;
	answer: KeptAnswer;
	revision: number;
	savedAt: Date;
}

/** From 1; higher where it was graded again. */
export type NumberedGrading = GradedRow & { number: number };

export interface Work {
	row: AttemptRow;
	responses: SavedResponse[];
	/** The latest of each question; none before it is submitted. */
	gradings: NumberedGrading[];
	standing: Standing;
}

const dates = ['startedAt', 'deadline', 'submittedAt', 'deviceTime'] as const;
type WrittenRow = Omit<AttemptRow, (typeof dates)[number]> & Record<(typeof dates)[number], string | null>;

interface WorkRow extends StandingRow {
	attempt: WrittenRow;
	responses: [question: string, answer: KeptAnswer, revision: number, savedAt: string][] | null;
	gradings:
		| [
				question: string,
				keyHash: string,
				score: number,
				maxScore: number,
				correct: string | null,
				number: number,
		  ][]
		| null;
}

const workOf = `
	select json_build_object(
			'learnerId', a.learner_id, 'id', a.id, 'courseId', a.course_id, 'quizId', a.quiz_id, 'version', a.version,
			'number', a.number, 'seed', a.seed, 'form', a.form, 'paperForm', a.paper_form, 'questions', a.questions, 'firstExposures', a.first_exposures,
			'pass', a.pass, 'policy', a.policy, 'startedAt', a.started_at, 'deadline', a.deadline,
			'submittedAt', a.submitted_at, 'score', a.score, 'maxScore', a.max_score, 'passed', a.passed,
			'uncounted', a.uncounted, 'waiting', a.waiting, 'roomId', a.room_id, 'supervised', a.supervised,
			'locale', a.locale, 'targetGroup', a.target_group, 'place', a.place, 'assistedBy', a.assisted_by,
			'channel', a.channel, 'deviceTime', a.device_time) as attempt,
		(select json_agg(json_build_array(r.question_id, r.answer, r.revision, r.saved_at)) from response r
			where r.learner_id = a.learner_id and r.attempt_id = a.id) as responses,
		(select json_agg(json_build_array(g.question_id, g.key_hash, g.score, g.max_score, g.correct, g.number)) from (
			select distinct on (question_id) question_id, key_hash, score, max_score, correct, number from grading
			where learner_id = a.learner_id and attempt_id = a.id and a.submitted_at is not null
			order by question_id, number desc) g) as gradings,
		${standingColumns('a.learner_id', 'a.course_id')}
	from jsonb_to_recordset($1::text::jsonb) as w (learner uuid, id uuid)
	cross join lateral (select * from attempt where learner_id = w.learner and id = w.id offset 0) a`;

interface WorkKey {
	learner: string;
	id: string;
}
const keyOf = ({ learner, id }: WorkKey) => `${learner}/${id}`;

const works: Shared<WorkKey, Work | null> = {
	keyOf,
	async run(query, asked) {
		const rows = await query<WorkRow>(workOf, [JSON.stringify(asked)]);
		const found = new Map(
			rows.map((row) => [keyOf({ learner: row.attempt.learnerId, id: row.attempt.id }), toWork(row)]),
		);
		return asked.map((one) => found.get(keyOf(one)) ?? null);
	},
};

/** `id` in lower case. */
export function selectOptionalWork(
	{ together }: Pick<Database, 'together'>,
	learner: string,
	id: string,
): Promise<Work | null> {
	return together(works, { learner, id });
}

function toWork({ attempt, responses, gradings, ...standing }: WorkRow): Work {
	return {
		row: {
			...attempt,
			...(Object.fromEntries(dates.map((name) => [name, date(attempt[name])])) as Pick<
				AttemptRow,
				(typeof dates)[number]
			>),
		},
		responses: (responses ?? []).map(([questionId, answer, revision, savedAt]) => ({
			questionId,
			answer,
			revision,
			savedAt: new Date(savedAt),
		})),
		gradings: (gradings ?? []).map(([questionId, keyHash, score, maxScore, correct, number]) => ({
			questionId,
			keyHash,
			score,
			maxScore,
			correct: correct as GradedRow['correct'],
			number,
		})),
		standing: standingOf(standing),
	};
}

/**
 * What has been saved of an attempt and how far its learner has come, as the function `work_state` of the database tells
 * it. A write that rests on a `Work` names this, and is not made when something has changed since it was read.
 */
export function workState({ responses, standing }: Pick<Work, 'responses' | 'standing'>): string {
	const saved = [...responses].sort((a, b) => (a.questionId < b.questionId ? -1 : 1));
	const revisions = saved.map(({ questionId, revision }) => `${questionId}:${revision}`).join();
	return `${revisions}/${learningState(standing)}`;
}
