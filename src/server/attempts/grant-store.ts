import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { attemptGrant, person } from '../db/tables/index.ts';

export type GrantRow = typeof attemptGrant.$inferSelect;

/** The last one at a quiz, under any of the names that it has had. */
export async function selectOptionalGrant(
	db: Sql,
	{ learner, course, quizzes }: { learner: string; course: string; quizzes: string[] },
): Promise<GrantRow | null> {
	const [row] = await db
		.select()
		.from(attemptGrant)
		.where(
			and(
				eq(attemptGrant.learnerId, learner),
				eq(attemptGrant.courseId, course),
				inArray(attemptGrant.quizId, quizzes),
			),
		)
		.orderBy(desc(attemptGrant.at))
		.limit(1);
	return row ?? null;
}

export async function insertAttemptGrant(db: Sql, row: GrantRow): Promise<void> {
	await db.insert(attemptGrant).values(row);
}

/** What whoever granted is called; null: they gave no name, or are gone. */
export async function selectGranterName(db: Sql, { givenBy }: GrantRow): Promise<string | null> {
	const [row] = await db.select({ name: person.displayName }).from(person).where(eq(person.id, givenBy));
	return row?.name ?? null;
}
