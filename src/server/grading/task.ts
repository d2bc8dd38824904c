import { may } from '#domain/access.ts';
import { gradersOf, markingOf, type Criterion, type Graders } from '#domain/marking.ts';
import { isUuid } from '#schemas/names.ts';
import type { GradingTask } from '#schemas/grading.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { describeRoomOf } from '../attempts/in-room.ts';
import { selectMarks, type MarkRow } from '../attempts/mark-store.ts';
import { keyedQuestions, quizOf, type CourseQuiz, type KeyedQuestion } from '../attempts/quiz.ts';
import { selectOptionalWork, type Work } from '../attempts/work-store.ts';
import { describeFile } from '../attempts/upload.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectOptionalUpload, type UploadRow } from '../uploads/store.ts';
import { summariseTask, type GradingDeps } from './queue.ts';
import { selectRound } from './round-store.ts';
import { selectNames, selectOptionalTask, updateClaim, type TaskRow } from './store.ts';

/** An answer with all that grading it takes. */
export interface Found {
	task: TaskRow;
	work: Work;
	quiz: CourseQuiz;
	keyed: KeyedQuestion;
	criteria: Criterion[];
	graders: Graders;
	/** Of this answer, in the order in which they were made. */
	marks: MarkRow[];
}

const claimedFor = 15 * 60_000;

/** A task that this person may grade. */
export async function findTask(
	{ catalog, database, now }: GradingDeps,
	{ actor, grants }: Principal,
	id: string,
): Promise<Found | Failure> {
	const task = isUuid(id) ? await selectOptionalTask(database.db, id.toLowerCase()) : null;
	if (!task) return fail('grading-task-unknown');
	if (!may(grants, 'answer.grade', { course: task.courseId }, now().getTime())) return fail('not-allowed');
	if (task.learnerId === actor) return fail('own-answer');
	const work = await selectOptionalWork(database, task.learnerId, task.attemptId);
	if (!work) return fail('grading-task-unknown');
	const quiz = await quizOf(catalog, work.row);
	const keyed = (await keyedQuestions(catalog, quiz, work.row.locale)).get(task.questionId);
	if (!keyed || !('rubric' in keyed.key)) return fail('grading-task-unknown');
	const marks = await selectMarks(database.db, task.learnerId, task.attemptId);
	return {
		task,
		work,
		quiz,
		keyed,
		criteria: keyed.key.rubric,
		graders: gradersOf(quiz.quiz),
		marks: marks.filter(({ questionId }) => questionId === task.questionId),
	};
}

export async function describeTask(
	deps: GradingDeps,
	who: Principal,
	id: string,
	locale: Locale,
): Promise<GradingTask | Failure> {
	const found = await findTask(deps, who, id);
	return isFailure(found) ? found : describeFound(deps, who, found, locale);
}

/** Whoever opens it last is believed to have it; nobody is kept from grading by that. */
export async function claimTask(
	deps: GradingDeps,
	who: Principal,
	id: string,
	locale: Locale,
): Promise<GradingTask | Failure> {
	const found = await findTask(deps, who, id);
	if (isFailure(found)) return found;
	const described = await describeFound(deps, who, found, locale);
	// What I have marked, or what is graded, waits for others.
	if (described.isClaimed || described.round.place === null) return described;
	const until = new Date(deps.now().getTime() + claimedFor);
	await updateClaim(deps.database.db, found.task.id, who.actor, until);
	return { ...described, isMine: true };
}

/** `was`: how it stood as it was opened, which says what comes next. */
export async function describeFound(
	deps: GradingDeps,
	who: Principal,
	found: Found,
	locale: Locale,
	was: TaskRow['state'] = found.task.state,
): Promise<GradingTask> {
	const { task, work, keyed, criteria, graders, marks } = found;
	const { db } = deps.database;
	const { actor } = who;
	const [{ previous, next, ...round }, names, room, file] = await Promise.all([
		selectRound(deps.database.query, { grader: actor, task, isLate: was === 'differs', now: deps.now() }),
		selectNames(db, [task.learnerId, ...marks.map(({ grader }) => grader)]),
		describeRoomOf(deps, work.row),
		selectFile(deps, found),
	]);
	const marking = markingOf(marks, criteria, graders);
	const by = marking.state === 'graded' ? marking.by : [];
	const isOpen = marking.state !== 'waits';
	const answered = answerOf(found);
	const about = {
		row: work.row,
		isMarked: marks.some(({ grader }) => grader === actor),
		name: names.get(task.learnerId) ?? null,
		actor,
		locale,
	};
	return {
		...(await summariseTask(deps, task, about)),
		incidents: room?.incidents ?? [],
		asked: keyed.question,
		answer: answered?.answer.answer ?? null,
		file: file && describeFile(file),
		explanation: keyed.feedback.explanation ?? null,
		criteria: criteria.map(({ id, points }) => ({ id, points, says: keyed.feedback.options[id] ?? '' })),
		graders: graders.graders,
		seen: marks.length,
		marks: marks
			.map((mark, index) => ({
				isMine: mark.grader === actor,
				grader: names.get(mark.grader) ?? null,
				points: mark.points,
				comment: mark.comment,
				remarks: mark.remarks,
				markedAt: mark.markedAt.toISOString(),
				stands: by.includes(index),
			}))
			.filter(({ isMine }) => isOpen || isMine),
		previous,
		next,
		round,
	};
}

function answerOf({ work, task }: Found) {
	return work.responses.find(({ questionId }) => questionId === task.questionId);
}

/** The file that was sent as the answer; null: it is no file, or the file is gone. */
export async function selectFile({ database }: GradingDeps, found: Found): Promise<UploadRow | null> {
	const answer = answerOf(found)?.answer.answer;
	if (typeof answer !== 'object' || answer === null || !('upload' in answer)) return null;
	return selectOptionalUpload(database.db, found.task.learnerId, String(answer.upload));
}
