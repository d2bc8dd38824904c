import { v7 as uuidv7 } from 'uuid';
import type { Allowing, Ending, MergeContext } from '#domain/merging/facts.ts';
import { openPairs } from '#domain/merging/plan.ts';
import type { NameNow } from '#domain/merging/meetings.ts';
import { keyOf, text, type Kept, type LearningTable, type Row } from '#domain/merging/tables.ts';
import { isLate } from '#domain/deadline.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { currentId } from '#domain/renames.ts';
import { prepare } from '../attempts/close.ts';
import type { Closed } from '../attempts/close-store.ts';
import { selectOptionalWork, type Work } from '../attempts/work-store.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Deps } from '../deps.ts';
import { selectKept } from './rows-store.ts';

export interface Both {
	guest: Kept;
	account: Kept;
}
type Courses = ReadonlyMap<string, CourseVersion>;

/** What a merge needs of courses and keys, read before its transaction, in which nothing else may be asked for. */
export interface Ready {
	courses: Courses;
	context: Omit<MergeContext, 'account' | 'name' | 'ownRooms'>;
	/** Whether it still fits what the transaction has read. */
	fits(both: Both): boolean;
}

/** What names a course. Events enrol. */
const telling: LearningTable[] = [
	'enrolment',
	'lesson_completion',
	'course_completion',
	'check_response',
	'attempt',
	'response',
	'certificate',
];

export async function ready(
	deps: Pick<Deps, 'catalog' | 'database'>,
	{ guest, account }: { guest: string; account: string },
	now: Date,
): Promise<Ready> {
	const { query } = deps.database;
	const both = {
		guest: await selectKept(query, guest, telling),
		account: await selectKept(query, account, telling),
	};
	const courses = await versionsOf(deps, both.guest);
	const quizNow = namesNow(courses, 'quizzes');
	const pairs = openPairs(both, quizNow);
	const closings = new Map<string, Ending>();
	for (const { closes } of pairs) {
		const closing = await closingOf(deps, closes, now);
		if (closing) closings.set(keyOf('attempt', closes), closing);
	}
	const mark = (each: Both) =>
		JSON.stringify(openPairs(each, quizNow).map(({ closes }) => marked(closes, each)));
	const before = mark(both);
	return {
		courses,
		context: {
			quizNow,
			questionNow: namesNow(courses, 'questions'),
			mayStart: allowing(courses, quizNow),
			closings,
			newId: uuidv7,
		},
		fits: (each) => mark(each) === before && coursesOf(each.guest).every((course) => courses.has(course)),
	};
}

/** The attempt that is to be closed, with all that has been saved of it. */
function marked(attempt: Row, { guest, account }: Both): unknown[] {
	const saved = [...guest.response, ...account.response]
		.filter((row) => row['learner_id'] === attempt['learner_id'] && row['attempt_id'] === attempt['id'])
		.map((row) => `${text(row, 'question_id')} ${text(row, 'revision')}`);
	return [keyOf('attempt', attempt), ...saved.sort()];
}

function coursesOf(kept: Kept): string[] {
	const rows = telling.flatMap((table) => (table === 'response' ? [] : kept[table]));
	return [...new Set(rows.map((row) => text(row, 'course_id')))];
}

async function versionsOf({ catalog }: Pick<Deps, 'catalog'>, kept: Kept): Promise<Courses> {
	const found = await Promise.all(
		coursesOf(kept).map(async (course) => [course, await catalog.lastVersion(course)] as const),
	);
	return new Map(found.flatMap(([course, version]) => (version ? [[course, version] as const] : [])));
}

function namesNow(courses: Courses, kind: 'quizzes' | 'questions'): NameNow {
	return (course, id) => {
		const manifest = courses.get(course)?.manifest;
		return (manifest && currentId(id, manifest.formerly, manifest[kind])) ?? id;
	};
}

/** By the quizzes as their authors have them now; what is not there any more limits nothing. */
function allowing(courses: Courses, quizNow: NameNow): Allowing {
	return ({ course, quiz }, learning, now) => {
		const version = courses.get(course);
		if (!version) return true;
		const { manifest, timeZone } = version;
		return quizAllowance(manifest, quizNow(course, quiz), learning, { now, timeZone }).mayStart !== 0;
	};
}

/** How an open attempt ends with what was saved of it. */
async function closingOf(deps: Pick<Deps, 'catalog' | 'database'>, attempt: Row, now: Date) {
	const work = await selectOptionalWork(deps.database, text(attempt, 'learner_id'), text(attempt, 'id'));
	if (!work || work.row.submittedAt) return null;
	const { deadline } = work.row;
	const submittedAt = deadline && isLate(deadline, now) ? deadline : now;
	return rowsOf(work, await prepare(deps, work, { submittedAt, now }));
}

function rowsOf({ row }: Work, { submittedAt, gradedAt, result, gradings }: Closed) {
	const { score, maxScore, passed, waiting } = result;
	return {
		attempt: { submitted_at: submittedAt.toISOString(), score, max_score: maxScore, passed, waiting },
		gradings: gradings.map((one) => ({
			learner_id: row.learnerId,
			attempt_id: row.id,
			question_id: one.questionId,
			number: 1,
			key_hash: one.keyHash,
			score: one.score,
			max_score: one.maxScore,
			correct: one.correct,
			graded_by: 'rule',
			reason: 'submission',
			graded_at: gradedAt.toISOString(),
		})),
		tasks: gradings
			.filter(({ correct }) => correct === null)
			.map(({ questionId }) => ({
				id: uuidv7(),
				learner_id: row.learnerId,
				attempt_id: row.id,
				question_id: questionId,
				course_id: row.courseId,
				quiz_id: row.quizId,
				since: submittedAt.toISOString(),
				state: 'waits',
				graded_at: null,
				claimed_by: null,
				claimed_until: null,
			})),
	};
}
