import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attempt, grading, login, paperForm, person, response } from '../db/tables/index.ts';
import type { GradedRow } from '../attempts/grading.ts';
import type { KeptAnswer } from '../attempts/answers.ts';

export type PaperFormRow = typeof paperForm.$inferSelect;

/** False where a number is in use already. */
export async function insertForms(tx: Sql, rows: readonly PaperFormRow[]): Promise<boolean> {
	const made = await tx
		.insert(paperForm)
		.values([...rows])
		.onConflictDoNothing()
		.returning({ number: paperForm.number });
	return made.length === rows.length;
}

export async function selectOptionalForm(db: Sql, number: string): Promise<PaperFormRow | null> {
	const [row] = await db.select().from(paperForm).where(eq(paperForm.number, number));
	return row ?? null;
}

export function selectTogether(db: Sql, together: string): Promise<PaperFormRow[]> {
	return db.select().from(paperForm).where(eq(paperForm.together, together)).orderBy(asc(paperForm.number));
}

/** Of these courses; null: of all. The latest first. */
export function selectForms(
	db: Sql,
	courses: readonly string[] | null,
	most: number,
): Promise<PaperFormRow[]> {
	return db
		.select()
		.from(paperForm)
		.where(courses ? inArray(paperForm.courseId, [...courses]) : undefined)
		.orderBy(desc(paperForm.madeAt), asc(paperForm.number))
		.limit(most);
}

/** How many results there are of each of these forms. */
export async function countEntered(db: Sql, numbers: readonly string[]): Promise<Map<string, number>> {
	if (numbers.length === 0) return new Map();
	const rows = await db
		.select({ number: attempt.paperForm, n: sql<number>`count(*)::int` })
		.from(attempt)
		.where(inArray(attempt.paperForm, [...numbers]))
		.groupBy(attempt.paperForm);
	return new Map(rows.map(({ number, n }) => [number!, n]));
}

const ofForm = {
	learner: attempt.learnerId,
	attempt: attempt.id,
	name: person.displayName,
	username: login.shown,
	enteredAt: attempt.submittedAt,
	supervised: attempt.supervised,
	score: attempt.score,
	maxScore: attempt.maxScore,
	passed: attempt.passed,
};
export type EnteredRow = {
	learner: string;
	attempt: string;
	name: string | null;
	username: string | null;
	enteredAt: Date | null;
	supervised: boolean;
	score: number | null;
	maxScore: number | null;
	passed: boolean | null;
};

/** The results of a form, the latest first; or one of them. */
export function selectEntered(db: Sql, number: string, one?: string): Promise<EnteredRow[]> {
	return db
		.select(ofForm)
		.from(attempt)
		.leftJoin(person, eq(person.id, attempt.learnerId))
		.leftJoin(login, and(eq(login.learnerId, attempt.learnerId), eq(login.kind, 'password')))
		.where(and(eq(attempt.paperForm, number), one ? eq(attempt.id, one) : undefined))
		.orderBy(desc(attempt.submittedAt), asc(attempt.id));
}

/** What was answered in these attempts, by attempt and question. */
export async function selectAnswers(db: Sql, attempts: readonly string[]) {
	if (attempts.length === 0) return [];
	const { attemptId, questionId, answer } = response;
	return db
		.select({ attemptId, questionId, answer })
		.from(response)
		.where(inArray(attemptId, [...attempts]));
}

/** The attempt, held until the transaction ends; null: it is no result of this form. */
export async function lockEntered(tx: Sql, number: string, id: string) {
	const [row] = await tx
		.select({ learner: attempt.learnerId, maxScore: attempt.maxScore })
		.from(attempt)
		.where(and(eq(attempt.paperForm, number), eq(attempt.id, id)))
		.for('update');
	return row ?? null;
}

interface Corrected {
	learner: string;
	attempt: string;
	answers: ReadonlyMap<string, KeptAnswer>;
	gradings: readonly GradedRow[];
	result: { score: number; maxScore: number; passed: boolean };
	at: Date;
	/** Where there was no answer before. */
	context: Pick<typeof response.$inferInsert, 'locale' | 'channel'>;
}

/** Writes other answers, and a grading more of each question that they are to. */
export async function updateEntered(tx: Sql, corrected: Corrected): Promise<void> {
	const { learner: learnerId, attempt: attemptId, answers, gradings, result, at, context } = corrected;
	const isOf = { learnerId, attemptId };
	for (const graded of gradings) {
		const { questionId, keyHash } = graded;
		const answer = answers.get(questionId)!;
		await tx
			.insert(response)
			.values({
				...isOf,
				questionId,
				keyHash,
				answer,
				revision: 1,
				firstExposure: false,
				firstSavedAt: at,
				savedAt: at,
				...context,
			})
			.onConflictDoUpdate({
				target: [response.learnerId, response.attemptId, response.questionId],
				set: { answer, savedAt: at, revision: sql`${response.revision} + 1` },
			});
		const [last] = await tx
			.select({ number: max(grading.number) })
			.from(grading)
			.where(
				and(
					eq(grading.learnerId, learnerId),
					eq(grading.attemptId, attemptId),
					eq(grading.questionId, questionId),
				),
			);
		const number = (last?.number ?? 0) + 1;
		await tx.insert(grading).values({ ...isOf, ...graded, number, reason: 'correction', gradedAt: at });
	}
	await tx
		.update(attempt)
		.set(result)
		.where(and(eq(attempt.learnerId, learnerId), eq(attempt.id, attemptId)));
}
