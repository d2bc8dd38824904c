import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { attemptResult } from '#domain/attempts.ts';
import { gradeOf, markingOf, wrongPoints, type Points } from '#domain/marking.ts';
import { messagesFor } from '#messages/index.ts';
import type { GradingTask, MarkRequest } from '#schemas/grading.ts';
import type { Locale } from '#schemas/common.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { selectMarks, type MarkRow } from '../attempts/mark-store.ts';
import { entryOf } from '../attempts/quiz.ts';
import { writtenCorrect } from '../attempts/grading.ts';
import type { Sql } from '../db/connect.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { within } from '../db/query.ts';
import { settleCourse } from '../learning/settle.ts';
import type { GradingDeps } from './queue.ts';
import {
	insertGrading,
	insertMark,
	lockAttempt,
	selectLatestGradings,
	updateResult,
	updateTask,
} from './store.ts';
import { describeFound, findTask, type Found } from './task.ts';

interface ToMark {
	id: string;
	request: MarkRequest;
	locale: Locale;
	/** In which the API speaks to the client. */
	api: Locale;
}

/** Others who mark the same attempt meanwhile make it begin again; more rounds than this mean that something is wrong. */
const rounds = 20;

/**
 * Keeps what somebody gave an answer, and grades it where that settles it: a numbered grading, the result of the attempt,
 * and the course where it is complete by that, in one transaction. Audited. Sent again, it is the same mark.
 */
export async function markTask(
	deps: GradingDeps,
	who: Principal,
	asked: ToMark,
): Promise<{ task: GradingTask; fresh: boolean } | Failure> {
	for (let round = 0; round < rounds; round += 1) {
		const found = await findTask(deps, who, asked.id);
		if (isFailure(found)) return found;
		const wrong = refuseWrong(found, asked);
		if (wrong) return wrong;
		const mark = newMark(found, who.actor, asked.request, deps.now());
		const isRepeated = found.marks.some((each) => isSame(each, mark));
		if (!isRepeated && !(await writeMark(deps, found, mark))) continue;
		const after = await findTask(deps, who, asked.id);
		if (isFailure(after)) return after;
		const task = await describeFound(deps, who, after, asked.locale, found.task.state);
		return { task, fresh: !isRepeated };
	}
	throw new Error(`Marking ${asked.id} did not come to an end.`);
}

function refuseWrong({ criteria }: Found, { request, api }: ToMark): Failure | null {
	const known = new Map(criteria.map(({ id, points }) => [id, points]));
	const unknownIn = (given: object) => Object.keys(given).filter((id) => !known.has(id));
	const wrong = [...wrongPoints(request.points, criteria), ...unknownIn(request.points)];
	const message = (id: string) => messagesFor(api).api.pointsTo({ most: known.get(id) ?? 0 });
	const errors = [
		...wrong.map((id) => ({ path: `/points/${id}`, message: message(id) })),
		...unknownIn(request.remarks ?? {}).map((id) => ({ path: `/remarks/${id}`, message: message(id) })),
	];
	return errors.length > 0 ? fail('points-wrong', { errors }) : null;
}

function newMark(
	{ task, marks }: Found,
	grader: string,
	{ points, comment, remarks = {}, seen }: MarkRequest,
	now: Date,
): MarkRow {
	const { learnerId, attemptId, questionId } = task;
	return {
		learnerId,
		attemptId,
		questionId,
		number: marks.length + 1,
		grader,
		points,
		comment: tidy(comment ?? ''),
		remarks: Object.fromEntries(
			Object.entries(remarks).flatMap(([id, words]) => (tidy(words) ? [[id, tidy(words)]] : [])),
		),
		seen: Math.min(seen, marks.length),
		markedAt: now,
	};
}

const tidy = (words: string) => words.normalize('NFC').trim();

const isSame = (one: MarkRow, other: MarkRow) =>
	isDeepStrictEqual(
		[one.grader, one.points, one.comment, one.remarks, one.seen],
		[other.grader, other.points, other.comment, other.remarks, other.seen],
	);

/** False where something has changed since it was read. */
async function writeMark({ catalog, database }: GradingDeps, found: Found, mark: MarkRow): Promise<boolean> {
	const { task, criteria, graders, marks } = found;
	const marking = markingOf([...marks, mark], criteria, graders);
	const course = await catalog.lastVersion(task.courseId);
	return database.db.transaction(async (tx) => {
		await lockLearner(tx, task.learnerId);
		await lockAttempt(tx, task.learnerId, task.attemptId);
		const there = await selectMarks(tx, task.learnerId, task.attemptId);
		if (there.filter(({ questionId }) => questionId === task.questionId).length !== marks.length)
			return false;
		await insertMark(tx, mark);
		await insertAudit(tx, {
			learnerId: task.learnerId,
			id: uuidv7(),
			actor: mark.grader,
			action: 'answer.grade',
			subject: `${task.courseId}/${task.quizId}/${task.questionId}`,
			at: mark.markedAt,
		});
		if (marking.state !== 'graded') await updateTask(tx, task.id, { state: marking.state });
		// A mark that was made beside others and changes nothing makes no grading.
		else if (marking.by.includes(marks.length)) {
			await updateTask(tx, task.id, { state: 'graded', gradedAt: mark.markedAt });
			await grade(tx, found, marking.points, mark);
			if (course) await settleCourse(tx, course, task.learnerId, mark.markedAt);
		}
		return true;
	});
}

/** Appends a grading, and brings the result of the attempt up to date. */
async function grade(
	tx: Sql,
	{ task, work, quiz, keyed, criteria }: Found,
	points: Points,
	mark: MarkRow,
): Promise<void> {
	const latest = await selectLatestGradings(within(tx), task);
	const before = latest.find(({ questionId }) => questionId === task.questionId);
	const given = gradeOf(points, criteria, before?.maxScore ?? keyed.question.points);
	const { learnerId, attemptId, questionId } = task;
	await insertGrading(tx, {
		learnerId,
		attemptId,
		questionId,
		number: (before?.number ?? 0) + 1,
		keyHash: keyed.keyHash,
		...given,
		correct: writtenCorrect(given.correct),
		gradedBy: mark.grader,
		reason: 'person',
		gradedAt: mark.markedAt,
	});
	const { pass, policy } = work.row;
	const others = latest.filter((each) => each !== before);
	const gradings = [...others, { ...given, questionId }].map((each) => ({
		...each,
		skill: entryOf(quiz, each.questionId).skill,
	}));
	await updateResult(tx, task, attemptResult(gradings, { total: pass, each: policy.passEach }));
}
