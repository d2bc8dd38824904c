import { coursesFor } from '#domain/access.ts';
import type { GradingQueue, TaskSummary, WaitingQuestion } from '#schemas/grading.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { quizOf, keyedQuestions } from '../attempts/quiz.ts';
import { selectAttempts, type AttemptRow } from '../attempts/store.ts';
import { summariseCourse, textIn } from '../courses/describe.ts';
import type { Deps } from '../deps.ts';
import { selectWaitingQuestions, type QuestionRow } from './round-store.ts';
import {
	selectClaimed,
	selectDiffering,
	selectGraded,
	selectMarkedBy,
	selectNames,
	selectTasks,
	selectWaiting,
	type Graded,
	type TaskRow,
} from './store.ts';

export type GradingDeps = Pick<Deps, 'catalog' | 'database' | 'now'>;

const most = { questions: 200, waiting: 100, differing: 50, graded: 20 };

/** What waits for this grader, and what was graded last in their courses. */
export async function listQueue(deps: GradingDeps, who: Principal, locale: Locale): Promise<GradingQueue> {
	const { db } = deps.database;
	const of = gradedBy(who, deps.now());
	const [questions, waiting, claimed, differing, graded] = await Promise.all([
		selectWaitingQuestions(deps.database.query, of, { now: deps.now(), limit: most.questions }),
		selectWaiting(db, of, most.waiting),
		selectClaimed(db, of, deps.now()),
		selectDiffering(db, of, most.differing),
		selectGraded(db, of, most.graded),
	]);
	const asked = await selectTasks(
		db,
		questions.map(({ oldest }) => oldest),
	);
	const oldest = new Map(asked.map((task) => [task.id, task]));
	const listed = [...waiting, ...claimed, ...differing, ...graded];
	const [attempts, marked, names] = await Promise.all([
		selectAttempts(db, [...listed, ...asked]),
		selectMarkedBy(db, who.actor, listed),
		selectNames(
			db,
			graded.map(({ learnerId }) => learnerId),
		),
	]);
	const summarise = async (task: TaskRow): Promise<TaskSummary[]> => {
		const row = attempts.get(task.attemptId);
		if (!row) return [];
		const isMarked = marked.has(`${task.attemptId} ${task.questionId}`);
		const name = names.get(task.learnerId) ?? null;
		return [await summariseTask(deps, task, { row, isMarked, name, actor: who.actor, locale })];
	};
	const all = async (tasks: TaskRow[]) => (await Promise.all(tasks.map(summarise))).flat();
	const describe = async (question: QuestionRow): Promise<WaitingQuestion[]> => {
		const row = attempts.get(oldest.get(question.oldest)?.attemptId ?? '');
		return row ? [await describeQuestion(deps, question, row, locale)] : [];
	};
	return {
		questions: (await Promise.all(questions.map(describe))).flat(),
		claimed: await all(claimed),
		differing: await all(differing),
		waiting: await all(waiting),
		graded: await all(graded),
	};
}

/** `row`: of its oldest answer, which says in which version and language it was asked. */
async function describeQuestion(
	deps: GradingDeps,
	{ oldest: _oldest, ...question }: QuestionRow,
	row: AttemptRow,
	locale: Locale,
): Promise<WaitingQuestion> {
	const { courseTitle, quizTitle, title, locale: of } = await titlesOf(deps, question.question, row, locale);
	const since = new Date(question.since).toISOString();
	return { ...question, since, courseTitle, quizTitle, title, locale: of };
}

/** What course, quiz and question are called; the question in the language of the attempt. */
async function titlesOf({ catalog }: GradingDeps, question: string, row: AttemptRow, locale: Locale) {
	const quiz = await quizOf(catalog, row);
	const keyed = (await keyedQuestions(catalog, quiz, row.locale)).get(question);
	return {
		courseTitle: summariseCourse(quiz.course, locale).title,
		quizTitle: textIn(quiz.quiz.locales, locale, quiz.course.manifest.sourceLocale).title,
		title: keyed?.question.title ?? question,
		locale: keyed?.question.locale ?? row.locale,
	};
}

/** The courses whose answers a person may grade. */
export function gradedBy({ actor, grants }: Principal, now: Date): Graded {
	return { grader: actor, courses: coursesFor(grants, 'answer.grade', now.getTime()) };
}

/** What a list says of a task; the name only where it is graded. */
export async function summariseTask(
	deps: GradingDeps,
	task: TaskRow,
	about: { row: AttemptRow; isMarked: boolean; name: string | null; actor: string; locale: Locale },
): Promise<TaskSummary> {
	const { row, isMarked, name, actor, locale } = about;
	const claimer = claimerOf(task, deps.now());
	const { courseTitle, quizTitle, title } = await titlesOf(deps, task.questionId, row, locale);
	return {
		id: task.id,
		course: task.courseId,
		courseTitle,
		quizTitle,
		question: title,
		locale: row.locale,
		since: task.since.toISOString(),
		state: task.state,
		name: task.gradedAt ? name : null,
		isClaimed: claimer !== null && claimer !== actor,
		isMine: claimer === actor,
		isMarked,
	};
}

function claimerOf({ claimedBy, claimedUntil }: TaskRow, now: Date): string | null {
	return claimedUntil !== null && claimedUntil > now ? claimedBy : null;
}
