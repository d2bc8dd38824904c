import { and, eq } from 'drizzle-orm';
import type { Preferences } from '#schemas/account.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { Sql } from '../db/connect.ts';
import { audit, login, person } from '../db/tables/index.ts';

export async function insertPerson(db: Sql, row: typeof person.$inferInsert) {
	await db.insert(person).values(row);
}

/** Returns false when there is a person with this id. */
export async function insertNewPerson(db: Sql, row: typeof person.$inferInsert): Promise<boolean> {
	const rows = await db.insert(person).values(row).onConflictDoNothing().returning({ id: person.id });
	return rows.length === 1;
}

export async function selectPerson(db: Sql, learner: string) {
	const [row] = await db.select().from(person).where(eq(person.id, learner));
	if (!row) throw new Error('A session without a person.');
	return row;
}

export interface PersonChange {
	displayName?: string;
	locale?: Locale;
	targetGroup?: TargetGroup | null;
	preferences?: Preferences;
	birthYear?: number | null;
	residence?: string | null;
}
export async function updatePerson(db: Sql, learner: string, change: PersonChange) {
	await db.update(person).set(change).where(eq(person.id, learner));
}

export async function selectOptionalLoginOf(db: Sql, learner: string) {
	const [row] = await db
		.select()
		.from(login)
		.where(and(eq(login.kind, 'password'), eq(login.learnerId, learner)));
	return row ?? null;
}

export async function updateSecret(db: Sql, subject: string, secret: string) {
	await db
		.update(login)
		.set({ secret })
		.where(and(eq(login.kind, 'password'), eq(login.subject, subject)));
}

/** The actor where an operator acts by a command rather than a log-in. */
export const commandLine = 'command-line';

export async function insertAudit(db: Sql, row: typeof audit.$inferInsert) {
	await db.insert(audit).values(row);
}

/**
 * One at a time for one learner, until the transaction ends: two that each finish half of what is left would otherwise
 * both find the course incomplete.
 */
export async function lockLearner(tx: Sql, learner: string) {
	await tx.select({ id: person.id }).from(person).where(eq(person.id, learner)).for('no key update');
}
