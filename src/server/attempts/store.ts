import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attempt } from '../db/tables/index.ts';

export type AttemptRow = typeof attempt.$inferSelect;

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

/** Open ones whose deadline has passed, the earliest first. */
export function selectOverdue(db: Sql, learner: string, now: Date, course?: string): Promise<AttemptRow[]> {
	return db
		.select()
		.from(attempt)
		.where(
			and(
				eq(attempt.learnerId, learner),
				course ? eq(attempt.courseId, course) : undefined,
				isNull(attempt.submittedAt),
				lt(attempt.deadline, now),
			),
		)
		.orderBy(asc(attempt.deadline));
}

/** False when one is open already, or another start took the number or the id. */
export async function insertAttempt(tx: Sql, row: AttemptRow): Promise<boolean> {
	const rows = await tx.insert(attempt).values(row).onConflictDoNothing().returning({ id: attempt.id });
	return rows.length === 1;
}

export async function updateSubmitted(tx: Sql, { learnerId, id }: AttemptRow, submittedAt: Date) {
	await tx.update(attempt).set({ submittedAt }).where(isAttempt(learnerId, id));
}
