/** What a learner did, read in one statement, alone or beside something else. */
import type {
	AttemptFact,
	CheckFact,
	Completion,
	Facts,
	GrantFact,
	LessonFact,
	Uncounted,
} from '#domain/facts.ts';
import type { TellingTime } from '#schemas/names.ts';
import type { Shared } from '../db/batch.ts';
import type { Query } from '../db/query.ts';

/** An attempt, and which one it is. */
export interface NumberedAttempt extends AttemptFact {
	version: string;
	/** Counts the attempts at one quiz, from 1. */
	number: number;
}

/** All that is kept of what a learner did, in one course or in all. */
export interface Learning {
	facts: Omit<Facts, 'attempts'> & { attempts: NumberedAttempt[] };
	/** Latest cycle first. */
	completions: Completion[];
	/** Latest first. */
	enrolments: { courseId: string; enrolledAt: Date }[];
	/** Every tick of a `<Try>` and every taking back, in the order in which they happened on the device. */
	tries: { courseId: string; lessonId: string; item: string | null; type: string }[];
	/** Questions in lessons that were answered rightly the first time. */
	rightAtFirst: { courseId: string; questionId: string }[];
}
/** As much of it as rules on quizzes and completion need. */
export type Standing = Pick<Learning, 'facts' | 'completions'>;

/** Columns of a statement that hold a `Standing`, of the learner and course that two SQL expressions name. */
export const standingColumns = (learner: string, course: string | null) => {
	const of = (table: string) =>
		`${table}.learner_id = ${learner}${course === null ? '' : ` and ${table}.course_id = ${course}`}`;
	return `
	(select json_agg(json_build_array(l.course_id, l.lesson_id, l.done_at)) from lesson_completion l
		where ${of('l')}) as lessons,
	(select json_agg(json_build_array(c.course_id, c.question_id, c.at)) from (
		select course_id, question_id, min(at) as at from check_response c
		where ${of('c')} group by course_id, question_id) c) as checks,
	(select json_agg(json_build_array(t.course_id, t.quiz_id, t.id, t.questions, t.started_at, t.deadline,
			t.submitted_at, t.score, t.max_score, t.passed, t.version, t.number, t.policy -> 'retryHours', t.uncounted, t.waiting,
			t.policy -> 'waitMinutes', t.policy -> 'show' ->> 'score', t.supervised) order by t.started_at, t.number) from attempt t
		where ${of('t')}) as attempts,
	(select json_agg(json_build_array(x.course_id, x.quiz_id, x.at, x.attempts, x.minutes, x.closes)) from attempt_grant x
		where ${of('x')}) as grants,
	(select json_agg(json_build_array(d.course_id, d.cycle, d.version, d.completed_at, g.serial, g.valid_until,
			g.revoked_at) order by d.course_id, d.cycle desc)
		from course_completion d left join certificate g on g.learner_id = d.learner_id
			and g.course_id = d.course_id and g.cycle = d.cycle and g.superseded_by is null
		where ${of('d')}) as completions`;
};

const traceColumns = (learner: string, course: string | null) => {
	const of = (table: string) =>
		`${table}.learner_id = ${learner}${course === null ? '' : ` and ${table}.course_id = ${course}`}`;
	return `
	(select json_agg(json_build_array(e.course_id, e.enrolled_at) order by e.enrolled_at desc, e.course_id)
		from enrolment e where ${of('e')}) as enrolments,
	(select json_agg(json_build_array(v.course_id, v.lesson_id, v.item, v.type) order by v.device_time, v.at)
		from learning_event v where ${of('v')} and v.type in ('try.done', 'try.undone')) as tries,
	(select json_agg(json_build_array(f.course_id, f.question_id)) from check_response f
		where ${of('f')} and f.first_exposure and f.score >= f.max_score) as "rightAtFirst"`;
};

type Cells<T extends unknown[]> = T[] | null;
export interface StandingRow {
	lessons: Cells<[string, string, string]>;
	checks: Cells<[string, string, string]>;
	attempts: Cells<
		[
			string,
			string,
			string,
			string[],
			string,
			string | null,
			string | null,
			number | null,
			number | null,
			boolean | null,
			string,
			number,
			number | null,
			Uncounted | null,
			number,
			number | null,
			TellingTime | null,
			boolean,
		]
	>;
	grants: Cells<[string, string, string, number, number, string | null]>;
	completions: Cells<[string, number, string, string, string | null, string | null, string | null]>;
}
interface LearningRow extends StandingRow {
	enrolments: Cells<[string, string]>;
	tries: Cells<[string, string, string | null, string]>;
	rightAtFirst: Cells<[string, string]>;
}

export const date = (text: string | null) => (text === null ? null : new Date(text));

/** A row that has the columns of `standingColumns`. */
export function standingOf(row: StandingRow): Standing {
	const lessons = (row.lessons ?? []).map(([courseId, lessonId, doneAt]): LessonFact => ({
		courseId,
		lessonId,
		doneAt: new Date(doneAt),
	}));
	const checks = (row.checks ?? []).map(([courseId, questionId, at]): CheckFact => ({
		courseId,
		questionId,
		at: new Date(at),
	}));
	const attempts = (row.attempts ?? []).map(
		([
			courseId,
			quizId,
			id,
			questions,
			startedAt,
			deadline,
			submittedAt,
			score,
			maxScore,
			passed,
			version,
			number,
			retryHours,
			uncounted,
			waiting,
			waitMinutes,
			scoreTold,
			supervised,
		]) =>
			({
				courseId,
				quizId,
				id,
				questions,
				startedAt: new Date(startedAt),
				deadline: date(deadline),
				submittedAt: date(submittedAt),
				score,
				maxScore,
				passed,
				version,
				number,
				retryHours,
				uncounted,
				waiting,
				waitMinutes,
				scoreTold,
				supervised,
			}) satisfies NumberedAttempt,
	);
	const completions = (row.completions ?? []).map(
		([courseId, cycle, version, completedAt, serial, validUntil, revokedAt]) =>
			({
				courseId,
				cycle,
				version,
				completedAt: new Date(completedAt),
				serial,
				validUntil: date(validUntil),
				revokedAt: date(revokedAt),
			}) satisfies Completion,
	);
	const grants = (row.grants ?? []).map(([courseId, quizId, at, attempts, minutes, closes]): GrantFact => ({
		courseId,
		quizId,
		at: new Date(at),
		attempts,
		minutes,
		closes: date(closes),
	}));
	return { facts: { lessons, checks, attempts, grants }, completions };
}

const standingIn = `select ${standingColumns('$1::uuid', '$2')}`;
const learningAnywhere = `select ${standingColumns('$1::uuid', null)}, ${traceColumns('$1::uuid', null)}`;

/** In one course. */
export async function selectStanding(query: Query, learner: string, course: string): Promise<Standing> {
	const [row] = await query<StandingRow>(standingIn, [learner, course]);
	return standingOf(row!);
}

/** What is read of learners in a course each, for many at once. */
function inCourses<Row, Found>(
	columns: string,
	foundIn: (row: Row) => Found,
): Shared<{ learner: string; course: string }, Found> {
	const statement = `
		select w.n::int as n, ${columns}
		from jsonb_to_recordset($1::text::jsonb) as w (n int, learner uuid, course text)`;
	return {
		keyOf: ({ learner, course }) => `${learner}/${course}`,
		async run(query, asked) {
			const wanted = asked.map(({ learner, course }, n) => ({ n, learner, course }));
			const rows = await query<Row & { n: number }>(statement, [JSON.stringify(wanted)]);
			const found = new Map(rows.map((row) => [row.n, foundIn(row)]));
			return asked.map((_, n) => found.get(n)!);
		},
	};
}

const [learner, course] = ['w.learner', 'w.course'];
export const standings = inCourses(standingColumns(learner, course), standingOf);
export const learnings = inCourses(
	`${standingColumns(learner, course)}, ${traceColumns(learner, course)}`,
	learningOfRow,
);

/** In all courses. */
export async function selectLearning(query: Query, learner: string): Promise<Learning> {
	const [row] = await query<LearningRow>(learningAnywhere, [learner]);
	return learningOfRow(row!);
}

function learningOfRow({ enrolments, tries, rightAtFirst, ...standing }: LearningRow): Learning {
	return {
		...standingOf(standing),
		enrolments: (enrolments ?? []).map(([courseId, at]) => ({ courseId, enrolledAt: new Date(at) })),
		tries: (tries ?? []).map(([courseId, lessonId, item, type]) => ({ courseId, lessonId, item, type })),
		rightAtFirst: (rightAtFirst ?? []).map(([courseId, questionId]) => ({ courseId, questionId })),
	};
}

/** How far a learner has come in a course, in numbers that change with whatever may complete it. */
export function learningState({ facts, completions }: Standing): string {
	const submitted = facts.attempts.filter((attempt) => attempt.submittedAt !== null);
	const counts = [
		facts.lessons.length,
		facts.checks.length,
		submitted.length,
		submitted.filter((attempt) => attempt.passed).length,
		completions.length,
	];
	return counts.join('/');
}
