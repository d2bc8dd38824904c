import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { session } from '../db/tables/index.ts';

/** Sessions are named by the beginning of their hash: nothing is opened by that. */
const named = sql<string>`left(${session.id}, 20)`;
export const nameOf = (hash: string) => hash.slice(0, 20);

/** Where a learner is signed in, last used first. */
export async function selectSessions(db: Sql, learner: string, now: Date) {
	return db
		.select({
			id: named,
			device: session.device,
			since: session.createdAt,
			seen: session.seenAt,
			shared: session.shared,
		})
		.from(session)
		.where(and(eq(session.userId, learner), gt(session.expiresAt, now)))
		.orderBy(desc(session.seenAt));
}

/** Ends one session of a learner; false when there is none of that name. */
export async function deleteSession(db: Sql, learner: string, name: string): Promise<boolean> {
	const rows = await db
		.delete(session)
		.where(and(eq(session.userId, learner), eq(named, name)))
		.returning({ id: session.id });
	return rows.length > 0;
}

/** Ends all sessions of a learner but one; how many they were. */
export async function deleteOtherSessions(db: Sql, learner: string, kept: string): Promise<number> {
	const rows = await db
		.delete(session)
		.where(and(eq(session.userId, learner), ne(named, kept)))
		.returning({ id: session.id });
	return rows.length;
}

/** A session has just been used. */
export async function updateSeen(db: Sql, hash: string, seenAt: Date): Promise<void> {
	await db.update(session).set({ seenAt }).where(eq(session.id, hash));
}

const day = 24 * 3_600_000;

/** Sessions that ended are kept for 60 days: where a clock ran ahead they are good again once it is right. */
export async function deleteLongOver(db: Sql, now: Date): Promise<void> {
	await db.delete(session).where(lt(session.expiresAt, new Date(now.getTime() - 60 * day)));
}
