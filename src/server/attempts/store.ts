import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attempt, grading } from '../db/tables.ts';

export type AttemptRow = typeof attempt.$inferSelect;
export type GradingRow = typeof grading.$inferSelect;
export type GradedRow = Pick<GradingRow, 'questionId' | 'keyHash' | 'score' | 'maxScore' | 'correct'>;

const isAttempt = (learner: string, id: string) => and(eq(attempt.learnerId, learner), eq(attempt.id, id));

export async function selectOptionalAttempt(
	db: Sql,
	learner: string,
	id: string,
): Promise<AttemptRow | null> {
	const [row] = await db.select().from(attempt).where(isAttempt(learner, id));
	return row ?? null;
}

/** Keeps answers and other submissions of the attempt waiting until the transaction ends. */
export async function lockAttempt(tx: Sql, learner: string, id: string): Promise<AttemptRow | null> {
	const [row] = await tx.select().from(attempt).where(isAttempt(learner, id)).for('update');
	return row ?? null;
}

/** At a quiz, under any of its names. */
export function selectAttemptsAt(db: Sql, learner: string, course: string, quizzes: string[]) {
	return db
		.select()
		.from(attempt)
		.where(
			and(eq(attempt.learnerId, learner), eq(attempt.courseId, course), inArray(attempt.quizId, quizzes)),
		);
}

/** Latest first. */
export function selectAttempts(db: Sql, learner: string, course?: string) {
	return db
		.select()
		.from(attempt)
		.where(and(eq(attempt.learnerId, learner), course ? eq(attempt.courseId, course) : undefined))
		.orderBy(desc(attempt.startedAt), desc(attempt.number), asc(attempt.quizId));
}

/** False when one is open already, or another start took the number or the id. */
export async function insertAttempt(tx: Sql, row: AttemptRow): Promise<boolean> {
	const rows = await tx.insert(attempt).values(row).onConflictDoNothing().returning({ id: attempt.id });
	return rows.length === 1;
}

export async function updateSubmitted(tx: Sql, { learnerId, id }: AttemptRow, submittedAt: Date) {
	await tx.update(attempt).set({ submittedAt }).where(isAttempt(learnerId, id));
}

/** The first grading of each question, at submission. */
export async function insertGradings(
	tx: Sql,
	{ learnerId, id }: AttemptRow,
	rows: GradedRow[],
	gradedAt: Date,
) {
	const all = rows.map((row) => ({ learnerId, attemptId: id, number: 1, gradedAt, ...row }));
	await tx.insert(grading).values(all);
}

/** The latest grading of each question, of one attempt or several. */
export function selectLatestGradings(db: Sql, learner: string, attempts: string[]): Promise<GradingRow[]> {
	return db
		.select()
		.from(grading)
		.where(
			and(
				eq(grading.learnerId, learner),
				inArray(grading.attemptId, attempts),
				sql`not exists (select 1 from ${grading} later where later.learner_id = ${grading.learnerId}
					and later.attempt_id = ${grading.attemptId} and later.question_id = ${grading.questionId}
					and later.number > ${grading.number})`,
			),
		);
}
