import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, type SQL } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import type { Query } from '../db/query.ts';
import { attempt, grading, gradingTask, mark, person } from '../db/tables/index.ts';

export type TaskRow = typeof gradingTask.$inferSelect;

export async function selectOptionalTask(db: Sql, id: string): Promise<TaskRow | null> {
	const [row] = await db.select().from(gradingTask).where(eq(gradingTask.id, id));
	return row ?? null;
}

export async function selectTasks(db: Sql, ids: readonly string[]): Promise<TaskRow[]> {
	if (ids.length === 0) return [];
	return db
		.select()
		.from(gradingTask)
		.where(inArray(gradingTask.id, [...ids]));
}

/** Of which courses; null: of all. Never the grader's own. */
export interface Graded {
	courses: string[] | null;
	grader: string;
}
const isTheirs = ({ courses, grader }: Graded, ...more: SQL[]) =>
	and(
		ne(gradingTask.learnerId, grader),
		courses ? inArray(gradingTask.courseId, courses) : undefined,
		...more,
	);

/** The oldest first. */
export function selectWaiting(db: Sql, of: Graded, limit: number): Promise<TaskRow[]> {
	return db
		.select()
		.from(gradingTask)
		.where(isTheirs(of, isNull(gradingTask.gradedAt)))
		.orderBy(asc(gradingTask.since), asc(gradingTask.id))
		.limit(limit);
}

/** The latest first. */
export function selectGraded(db: Sql, of: Graded, limit: number): Promise<TaskRow[]> {
	return db
		.select()
		.from(gradingTask)
		.where(isTheirs(of, isNotNull(gradingTask.gradedAt)))
		.orderBy(desc(gradingTask.gradedAt))
		.limit(limit);
}

/** Those of these tasks that somebody has marked, by their answers. */
export async function selectMarkedBy(
	db: Sql,
	grader: string,
	tasks: readonly TaskRow[],
): Promise<Set<string>> {
	const attempts = [...new Set(tasks.map(({ attemptId }) => attemptId))];
	if (attempts.length === 0) return new Set();
	const rows = await db
		.select({ attempt: mark.attemptId, question: mark.questionId })
		.from(mark)
		.where(and(eq(mark.grader, grader), inArray(mark.attemptId, attempts)));
	return new Set(rows.map((row) => `${row.attempt} ${row.question}`));
}

export async function selectNames(db: Sql, learners: readonly string[]): Promise<Map<string, string | null>> {
	if (learners.length === 0) return new Map();
	const rows = await db
		.select({ id: person.id, name: person.displayName })
		.from(person)
		.where(inArray(person.id, [...new Set(learners)]));
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What this grader has open, as far as they may still grade it. */
export function selectClaimed(db: Sql, of: Graded, now: Date): Promise<TaskRow[]> {
	const { claimedBy, claimedUntil, gradedAt } = gradingTask;
	return db
		.select()
		.from(gradingTask)
		.where(isTheirs(of, eq(claimedBy, of.grader), gt(claimedUntil, now), isNull(gradedAt)))
		.limit(10);
}

/** The oldest first. */
export function selectDiffering(db: Sql, of: Graded, limit: number): Promise<TaskRow[]> {
	return db
		.select()
		.from(gradingTask)
		.where(isTheirs(of, isNull(gradingTask.gradedAt), eq(gradingTask.state, 'differs')))
		.orderBy(asc(gradingTask.since), asc(gradingTask.id))
		.limit(limit);
}

/** Whoever opens one answer has left the one before. */
export async function updateClaim(db: Sql, id: string, grader: string, until: Date): Promise<void> {
	await db
		.update(gradingTask)
		.set({ claimedBy: null, claimedUntil: null })
		.where(and(eq(gradingTask.claimedBy, grader), ne(gradingTask.id, id)));
	await db.update(gradingTask).set({ claimedBy: grader, claimedUntil: until }).where(eq(gradingTask.id, id));
}

/** Holds an attempt until the end of the transaction. */
export async function lockAttempt(tx: Sql, learner: string, id: string): Promise<void> {
	await tx
		.select({ id: attempt.id })
		.from(attempt)
		.where(and(eq(attempt.learnerId, learner), eq(attempt.id, id)))
		.for('update');
}

const latestGradings = `
	select distinct on (question_id) question_id as "questionId", number, score, max_score as "maxScore", correct
	from grading where learner_id = $1::uuid and attempt_id = $2::uuid order by question_id, number desc`;

interface LatestGrading {
	questionId: string;
	number: number;
	score: number;
	maxScore: number;
	/** Null: waits for a person. */
	correct: string | null;
}

/** Of each question of an attempt. */
export function selectLatestGradings(
	query: Query,
	{ learnerId, attemptId }: TaskRow,
): Promise<LatestGrading[]> {
	return query(latestGradings, [learnerId, attemptId]);
}

export async function insertMark(tx: Sql, row: typeof mark.$inferInsert): Promise<void> {
	await tx.insert(mark).values(row);
}

export async function updateTask(
	tx: Sql,
	id: string,
	change: Pick<TaskRow, 'state'> & Partial<Pick<TaskRow, 'gradedAt'>>,
): Promise<void> {
	await tx
		.update(gradingTask)
		.set({ ...change, claimedBy: null, claimedUntil: null })
		.where(eq(gradingTask.id, id));
}

export async function insertGrading(tx: Sql, row: typeof grading.$inferInsert): Promise<void> {
	await tx.insert(grading).values(row);
}

export async function updateResult(
	tx: Sql,
	{ learnerId, attemptId }: TaskRow,
	result: { score: number; maxScore: number; passed: boolean; waiting: number },
): Promise<void> {
	await tx
		.update(attempt)
		.set(result)
		.where(and(eq(attempt.learnerId, learnerId), eq(attempt.id, attemptId)));
}
