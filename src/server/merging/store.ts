import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { merge, mergedGuest, mergeOffer, mergeRow, person } from '../db/tables/index.ts';

export type OfferRow = typeof mergeOffer.$inferSelect;
export type MergeRow = typeof merge.$inferSelect;

const isOffer = (learner: string, session: string) =>
	and(eq(mergeOffer.learnerId, learner), eq(mergeOffer.session, session));

/** What this session may bring into the account; null: nothing, or no longer. */
export async function selectOptionalOffer(
	db: Sql,
	{ learner, session, now }: { learner: string; session: string; now: Date },
): Promise<OfferRow | null> {
	const [row] = await db
		.select({ offer: mergeOffer })
		.from(mergeOffer)
		.innerJoin(person, eq(person.id, mergeOffer.guestId))
		.where(and(isOffer(learner, session), gt(mergeOffer.until, now)));
	return row?.offer ?? null;
}

/** It is answered; false where it was, already. */
export async function deleteOffer(db: Sql, learner: string, session: string): Promise<boolean> {
	const rows = await db
		.delete(mergeOffer)
		.where(isOffer(learner, session))
		.returning({ until: mergeOffer.until });
	return rows.length === 1;
}

/** Newest first. */
export function selectMerges(db: Sql, learner: string): Promise<MergeRow[]> {
	return db.select().from(merge).where(eq(merge.learnerId, learner)).orderBy(desc(merge.at), desc(merge.id));
}

export async function selectOptionalMerge(db: Sql, learner: string, id: string): Promise<MergeRow | null> {
	const [row] = await db
		.select()
		.from(merge)
		.where(and(eq(merge.learnerId, learner), eq(merge.id, id)));
	return row ?? null;
}

/** What a session has brought. */
export async function selectOptionalMergeBy(db: Sql, learner: string, session: string) {
	const [row] = await db
		.select()
		.from(merge)
		.where(and(eq(merge.learnerId, learner), eq(merge.session, session)));
	return row ?? null;
}

export async function insertMerge(tx: Sql, row: MergeRow): Promise<void> {
	await tx.insert(merge).values(row);
}

/** From now on the guest is the account; false where they have become somebody's already. */
export async function insertMergedGuest(tx: Sql, guestId: string, learnerId: string): Promise<boolean> {
	const rows = await tx
		.insert(mergedGuest)
		.values({ guestId, learnerId })
		.onConflictDoNothing()
		.returning({ guestId: mergedGuest.guestId });
	return rows.length === 1;
}

/** It is taken back: nothing to do it by is kept, and the guest is somebody of their own again. */
export async function updateUndone(
	tx: Sql,
	{ learnerId, id, guestId }: MergeRow,
	undoneAt: Date,
): Promise<void> {
	await tx
		.update(merge)
		.set({ undoneAt })
		.where(and(eq(merge.learnerId, learnerId), eq(merge.id, id)));
	await tx.delete(mergeRow).where(and(eq(mergeRow.learnerId, learnerId), eq(mergeRow.mergeId, id)));
	await tx.delete(mergedGuest).where(eq(mergedGuest.guestId, guestId));
}

export async function isThere(db: Sql, learner: string): Promise<boolean> {
	const rows = await db.select({ id: person.id }).from(person).where(eq(person.id, learner));
	return rows.length === 1;
}

/** Forgets how to take back what can no longer be, and offers that are over. */
export async function deleteOver(db: Sql, now: Date): Promise<void> {
	await db.delete(mergeOffer).where(lt(mergeOffer.until, now));
	const over = await db
		.selectDistinct({ learnerId: merge.learnerId, id: merge.id })
		.from(merge)
		.innerJoin(mergeRow, and(eq(mergeRow.learnerId, merge.learnerId), eq(mergeRow.mergeId, merge.id)))
		.where(and(lt(merge.until, now), isNull(merge.undoneAt)));
	for (const { learnerId, id } of over)
		await db.delete(mergeRow).where(and(eq(mergeRow.learnerId, learnerId), eq(mergeRow.mergeId, id)));
}
