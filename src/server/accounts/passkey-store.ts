import { and, asc, eq, lt } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { login, passkey } from '../db/tables/index.ts';

export type PasskeyRow = typeof passkey.$inferSelect;

export function selectPasskeys(db: Sql, learner: string): Promise<PasskeyRow[]> {
	return db.select().from(passkey).where(eq(passkey.learnerId, learner)).orderBy(asc(passkey.since));
}

/** A passkey, and the user name of whoever it signs in; null where it signs nobody in. */
export async function selectOptionalPasskey(db: Sql, id: string) {
	const [row] = await db
		.select({ passkey, username: login.shown })
		.from(passkey)
		.innerJoin(login, and(eq(login.learnerId, passkey.learnerId), eq(login.kind, 'password')))
		.where(eq(passkey.id, id));
	return row ?? null;
}

/** False where somebody has it already. */
export async function insertPasskey(tx: Sql, row: typeof passkey.$inferInsert): Promise<boolean> {
	const rows = await tx.insert(passkey).values(row).onConflictDoNothing().returning({ id: passkey.id });
	return rows.length === 1;
}

/** Has answered a question; false where it has answered that one, or a later one, before. */
export async function updateUsed(
	db: Sql,
	{ id, counter, askedAt, now }: { id: string; counter: number; askedAt: Date; now: Date },
): Promise<boolean> {
	const rows = await db
		.update(passkey)
		.set({ counter, askedAt, usedAt: now })
		.where(and(eq(passkey.id, id), lt(passkey.askedAt, askedAt)))
		.returning({ id: passkey.id });
	return rows.length === 1;
}

export async function deletePasskey(tx: Sql, learner: string, id: string): Promise<boolean> {
	const rows = await tx
		.delete(passkey)
		.where(and(eq(passkey.learnerId, learner), eq(passkey.id, id)))
		.returning({ id: passkey.id });
	return rows.length === 1;
}
