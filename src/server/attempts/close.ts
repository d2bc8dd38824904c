import { grade } from '#domain/questions/grade.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import type { Key, Question } from '#schemas/question.ts';
import type { Sql } from '../db/connect.ts';
import { settleCourse } from '../progress/settle.ts';
import { askedOf, type KeptAnswer } from './answers.ts';
import type { ContextColumns } from './context.ts';
import type { AttemptDeps } from './deps.ts';
import { selectAsked } from './describe.ts';
import { insertGradings, type GradedRow } from './grading-store.ts';
import { isAttemptLate, namesOf, quizOf, type CourseQuiz } from './quiz.ts';
import { selectResponses, upsertFinalResponses } from './response-store.ts';
import { lockAttempt, selectOverdue, updateSubmitted, type AttemptRow } from './store.ts';

export type SubmittedRow = AttemptRow & { submittedAt: Date };

export interface Closing {
	submittedAt: Date;
	now: Date;
	/** Answers that count before all that was saved. */
	final?: { answers: Record<string, KeptAnswer>; context: ContextColumns };
}

/** Submits an open attempt whose time is up with what was saved, as of when it was up; leaves any other as it is. */
export async function settleLate(deps: AttemptDeps, row: AttemptRow, now: Date): Promise<AttemptRow> {
	if (row.submittedAt || !row.deadline || !isAttemptLate(row, now)) return row;
	return closeAttempt(deps, row, { submittedAt: row.deadline, now });
}

/** All of a learner's, in one course or in all. True when something was submitted by this. */
export async function settleOverdue(
	deps: AttemptDeps,
	learner: string,
	now: Date,
	course?: string,
): Promise<boolean> {
	const overdue = await selectOverdue(deps.db, learner, now, course);
	let isAny = false;
	for (const row of overdue) isAny = (await settleLate(deps, row, now)).submittedAt !== null || isAny;
	return isAny;
}

/** Saves, grades and closes in one transaction; does nothing to an attempt that is closed already. */
export async function closeAttempt(
	deps: AttemptDeps,
	row: AttemptRow,
	closing: Closing,
): Promise<SubmittedRow> {
	const { catalog, db } = deps;
	// All that is published is read first: the embedded database has one connection, and the transaction has it.
	const at = await quizOf(catalog, row);
	const questions = await selectAsked(deps, at, row);
	const keys = await catalog.parts<Key>(row.questions.map((id) => entryOf(at, id).key));
	const current = (await catalog.version(row.courseId)) ?? at.course;
	return db.transaction(async (tx) => {
		const held = await lockAttempt(tx, row.learnerId, row.id);
		if (!held) throw new Error(`Attempt ${row.id} is gone.`);
		const { submittedAt } = held;
		if (submittedAt) return { ...held, submittedAt };
		await saveFinalAnswers(tx, at, held, closing);
		await gradeAll(tx, at, held, { questions, keys, now: closing.now });
		await updateSubmitted(tx, held, closing.submittedAt);
		await settleCourse(tx, current, held.learnerId, closing.submittedAt);
		return { ...held, submittedAt: closing.submittedAt };
	});
}

function entryOf(at: CourseQuiz, question: string): QuestionEntry {
	return at.course.manifest.questions[question] as QuestionEntry;
}

async function saveFinalAnswers(tx: Sql, at: CourseQuiz, held: AttemptRow, { final, now }: Closing) {
	if (!final) return;
	const { questions, formerly } = at.course.manifest;
	const rows = Object.entries(final.answers).map(([questionId, answer]) => ({
		learnerId: held.learnerId,
		attemptId: held.id,
		questionId,
		keyHash: entryOf(at, questionId).key,
		answer,
		revision: 1,
		savedAt: now,
		...final.context,
		names: namesOf(questionId, formerly, questions),
	}));
	await upsertFinalResponses(tx, held, rows);
}

/** One grading a question, answered or not. */
async function gradeAll(
	tx: Sql,
	at: CourseQuiz,
	held: AttemptRow,
	by: { questions: Question[]; keys: Key[]; now: Date },
) {
	const responses = await selectResponses(tx, held);
	const answers = new Map(responses.map((response) => [response.questionId, response.answer.answer]));
	const rows = by.questions.map((question, index): GradedRow => {
		const answer = answers.get(question.id) ?? null;
		const graded = grade(askedOf(question), by.keys[index]!, answer, held.locale);
		return {
			questionId: question.id,
			keyHash: entryOf(at, question.id).key,
			score: graded.score,
			maxScore: graded.maxScore,
			correct: graded.correct === 'partially' ? graded.correct : graded.correct ? 'true' : 'false',
		};
	});
	await insertGradings(tx, held, rows, by.now);
}
