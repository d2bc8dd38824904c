import type { Static } from 'typebox';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { certifies, isEarnest } from '#domain/quiz-policy.ts';
import { isClosed, resultTold } from '#domain/result-told.ts';
import { currentId } from '#domain/renames.ts';
import { boxAfter, dueAt, type Reviewed } from '#domain/review.ts';
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/common.ts';
import type { Reviewing, ReviewRequest, ReviewVerdict } from '#schemas/review.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import { summariseCourse } from '../courses/describe.ts';
import { taughtAt } from '../courses/teaching.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectLearning, type Learning } from '../learning/facts-store.ts';
import { keptAnswer } from './answers.ts';
import { judge, loadCheck } from './check-question.ts';
import type { AttemptDeps } from './deps.ts';
import { selectMistakes, upsertReview, type WrongAttempt } from './review-store.ts';

/** A question that the learner got wrong and may see the key of. */
interface Item {
	course: CourseVersion;
	question: string;
	lapsedAt: Date;
	reviewed: Reviewed | null;
	/** Null: learned. */
	due: Date | null;
}

/**
 * All that comes back: practice questions, and counted ones only of attempts whose solutions this learner is shown
 * anyway, so that no key of an exam is told here. Under the names of today; nothing of withdrawn courses.
 */
async function selectItems({ catalog, database }: AttemptDeps, learner: string, now: Date): Promise<Item[]> {
	const [mistakes, learning] = await Promise.all([
		selectMistakes(database.query, learner),
		selectLearning(database.query, learner),
	]);
	const items = new Map<string, Item>();
	const add = (course: CourseVersion, id: string, at: string) => {
		const key = `${course.manifest.course}/${id}`;
		const lapsedAt = new Date(at);
		const known = items.get(key);
		if (known && known.lapsedAt >= lapsedAt) return;
		items.set(key, { course, question: id, lapsedAt, reviewed: null, due: null });
	};
	for (const [courseId, question, at] of mistakes.checks) {
		const course = await catalog.version(courseId);
		const id = course && currentId(question, course.manifest.formerly, course.manifest.questions);
		if (course && id && quizKind(course, id) === 'practice') add(course, id, at);
	}
	for (const attempt of mistakes.attempts) {
		const course = await catalog.version(attempt.courseId);
		if (!course || !isTold(course, attempt, learning, now)) continue;
		const { formerly, questions, quizzes } = course.manifest;
		const quiz = currentId(attempt.quizId, formerly, quizzes);
		for (const wrong of attempt.wrong ?? []) {
			const id = currentId(wrong, formerly, questions);
			if (id && questions[id]?.quiz === quiz) add(course, id, attempt.submittedAt);
		}
	}
	for (const [courseId, question, box, at] of mistakes.reviews) {
		const course = await catalog.version(courseId);
		const id = course && currentId(question, course.manifest.formerly, course.manifest.questions);
		const item = items.get(`${courseId}/${id}`);
		if (item) item.reviewed = { box, reviewedAt: new Date(at) };
	}
	return [...items.values()]
		.map((item) => ({ ...item, due: dueAt(item.lapsedAt, item.reviewed) }))
		.sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity));
}

function quizKind({ manifest }: CourseVersion, question: string) {
	return manifest.quizzes[manifest.questions[question]?.quiz ?? '']?.kind;
}

/** Whether the solutions of this attempt are shown to its learner now. */
function isTold(
	{ manifest, timeZone }: CourseVersion,
	{ courseId, quizId, policy, startedAt, submittedAt, asked, answered }: WrongAttempt,
	learning: Learning,
	now: Date,
): boolean {
	const quiz = currentId(quizId, manifest.formerly, manifest.quizzes);
	if (quiz === null) return false;
	const here = <T extends { courseId: string }>(rows: T[]) => rows.filter((row) => row.courseId === courseId);
	const { lessons, checks, attempts, grants } = learning.facts;
	const facts = {
		lessons: here(lessons),
		checks: here(checks),
		attempts: here(attempts),
		grants: here(grants),
	};
	const { standing, closesAt } = quizAllowance(
		manifest,
		quiz,
		{ facts, completions: here(learning.completions) },
		{ now, timeZone },
	);
	const times = { startedAt: new Date(startedAt), submittedAt: new Date(submittedAt) };
	const told = resultTold(policy, {
		...standing,
		isClosed: isClosed(closesAt, now),
		certifies: certifies(manifest, quiz),
		isEarnest: isEarnest({ asked, answered, ...times }),
	});
	return told.key && told.explanation;
}

const isDue = ({ due }: Item, now: Date) => due !== null && due <= now;

/** How many questions are due. */
export async function countDue(deps: AttemptDeps, learner: string, now: Date): Promise<number> {
	return (await selectItems(deps, learner, now)).filter((item) => isDue(item, now)).length;
}

/** How many are due, the first of them, and when the next one comes. */
export async function describeReview(
	deps: AttemptDeps,
	learner: string,
	locale: Locale,
	now: Date,
): Promise<Reviewing> {
	const items = await selectItems(deps, learner, now);
	const due = items.filter((item) => isDue(item, now));
	const later = items.find((item) => item.due !== null && !isDue(item, now));
	const [first] = due;
	const found = first && (await loadCheck(deps.catalog, first.course, first.question, locale));
	return {
		due: due.length,
		nextAt: later?.due?.toISOString() ?? null,
		item: first && found ? { ...courseOf(first, locale), question: found.question } : null,
	};
}

function courseOf({ course }: Item, locale: Locale) {
	const { id, title } = summariseCourse(course, locale);
	return { course: id, courseTitle: title };
}

/** Judges an answer; where the question was due it moves to its next box. Scores and certificates are not touched. */
export async function answerReview(
	deps: AttemptDeps,
	learner: string,
	asked: { request: Static<typeof ReviewRequest>; locale: Locale },
	now: Date,
): Promise<ReviewVerdict | Failure> {
	const { request, locale: api } = asked;
	const locale = request.locale ?? api;
	const items = await selectItems(deps, learner, now);
	const item = items.find(
		({ course, question }) => course.manifest.course === request.course && question === request.question,
	);
	if (!item) return fail('question-unknown');
	const check = await loadCheck(deps.catalog, item.course, item.question, locale);
	const answer = keptAnswer(check.question, request.answer, { answer: locale, api }, '/answer');
	if (isFailure(answer)) return answer;
	if (answer.answer === null) {
		const message = messagesFor(api).api.fields.required;
		return fail('answer-unreadable', { errors: [{ path: '/answer', message }] });
	}
	const verdict = judge(check, answer);
	const isRight = verdict.correct === true;
	const box = boxAfter(item.lapsedAt, item.reviewed, isRight);
	if (isDue(item, now)) {
		const row = { courseId: request.course, questionId: item.question, box, reviewedAt: now };
		await upsertReview(deps.database.db, { learnerId: learner, ...row });
	}
	const next = isDue(item, now) ? dueAt(item.lapsedAt, { box, reviewedAt: now }) : item.due;
	const teaches = isRight ? [] : taughtAt(item.course, item.question, locale);
	return {
		...courseOf(item, locale),
		question: check.question,
		verdict: teaches.length > 0 ? { ...verdict, teaches } : verdict,
		nextAt: next?.toISOString() ?? null,
		left: items.filter((each) => each !== item && isDue(each, now)).length,
	};
}
