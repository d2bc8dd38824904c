import { grantsInForce } from '#domain/access.ts';
import type { GradingQueue, TaskSummary } from '#schemas/grading.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { quizOf, keyedQuestions } from '../attempts/quiz.ts';
import { selectOptionalAttempt, type AttemptRow } from '../attempts/store.ts';
import { summariseCourse, textIn } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import {
	selectGraded,
	selectMarkedBy,
	selectNames,
	selectWaiting,
	type Graded,
	type TaskRow,
} from './store.ts';

export type GradingDeps = Pick<Deps, 'catalog' | 'database' | 'now'>;

const most = { waiting: 100, graded: 20 };

/** What waits for this grader, and what was graded last in their courses. */
export async function listQueue(deps: GradingDeps, who: Principal, locale: Locale): Promise<GradingQueue> {
	const { db } = deps.database;
	const of = gradedBy(who, deps.now());
	const [waiting, graded] = await Promise.all([
		selectWaiting(db, of, most.waiting),
		selectGraded(db, of, most.graded),
	]);
	const [marked, names] = await Promise.all([
		selectMarkedBy(db, who.actor, [...waiting, ...graded]),
		selectNames(
			db,
			graded.map(({ learnerId }) => learnerId),
		),
	]);
	const summarise = async (task: TaskRow): Promise<TaskSummary[]> => {
		const row = await selectOptionalAttempt(db, task.learnerId, task.attemptId);
		if (!row) return [];
		const isMarked = marked.has(`${task.attemptId} ${task.questionId}`);
		const name = names.get(task.learnerId) ?? null;
		return [await summariseTask(deps, task, { row, isMarked, name, actor: who.actor, locale })];
	};
	const all = async (tasks: TaskRow[]) => (await Promise.all(tasks.map(summarise))).flat();
	return { waiting: await all(waiting), graded: await all(graded) };
}

/** The courses whose answers a person may grade. */
export function gradedBy({ actor, grants }: Principal, now: Date): Graded {
	const held = grantsInForce(grants, now.getTime());
	const isEverywhere = held.some(
		({ role, scope }) => role === 'admin' || (role === 'instructor' && scope === null),
	);
	const courses = held.flatMap(({ role, scope }) => (role === 'instructor' && scope ? [scope] : []));
	return { grader: actor, courses: isEverywhere ? null : courses };
}

/** What a list says of a task; the name only where it is graded. */
export async function summariseTask(
	{ catalog, now }: GradingDeps,
	task: TaskRow,
	about: { row: AttemptRow; isMarked: boolean; name: string | null; actor: string; locale: Locale },
): Promise<TaskSummary> {
	const { row, isMarked, name, actor, locale } = about;
	const quiz = await quizOf(catalog, row);
	const keyed = (await keyedQuestions(catalog, quiz, row.locale)).get(task.questionId);
	return {
		id: task.id,
		course: task.courseId,
		courseTitle: summariseCourse(quiz.course, locale).title,
		quizTitle: textIn(quiz.quiz.locales, locale, quiz.course.manifest.sourceLocale).title,
		question: keyed?.question.title ?? task.questionId,
		locale: row.locale,
		since: task.since.toISOString(),
		state: task.state,
		name: task.gradedAt ? name : null,
		isClaimed: isClaimedByOther(task, actor, now()),
		isMarked,
	};
}

function isClaimedByOther({ claimedBy, claimedUntil }: TaskRow, actor: string, now: Date): boolean {
	return claimedBy !== null && claimedBy !== actor && claimedUntil !== null && claimedUntil > now;
}
