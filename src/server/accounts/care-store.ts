import { and, eq, isNull } from 'drizzle-orm';
import type { PersonInCare } from '#schemas/care.ts';
import type { Sql } from '../db/connect.ts';
import { care, login, person } from '../db/tables/index.ts';
import { passwordLogin } from './known-store.ts';

const open = (learner: string, carer: string) =>
	and(eq(care.learnerId, learner), eq(care.carerId, carer), isNull(care.until));

/** Whom a helper looks after now. */
export async function selectInCare(db: Sql, carer: string): Promise<PersonInCare[]> {
	return db
		.select({ id: person.id, displayName: person.displayName, username: login.shown })
		.from(care)
		.innerJoin(person, eq(person.id, care.learnerId))
		.innerJoin(login, passwordLogin)
		.where(and(eq(care.carerId, carer), isNull(care.until)));
}

/** A learner whom this helper registered and still looks after. */
export async function selectOptionalRegistered(
	db: Sql,
	learner: string,
	carer: string,
): Promise<PersonInCare | null> {
	const [row] = await db
		.select({ id: person.id, displayName: person.displayName, username: login.shown })
		.from(care)
		.innerJoin(person, eq(person.id, care.learnerId))
		.innerJoin(login, passwordLogin)
		.where(and(open(learner, carer), eq(care.how, 'registered')));
	return row ?? null;
}

/** Returns false when the helper looks after the learner already. */
export async function insertCare(db: Sql, row: typeof care.$inferInsert): Promise<boolean> {
	const rows = await db.insert(care).values(row).onConflictDoNothing().returning({ id: care.id });
	return rows.length === 1;
}

/** Returns false when the helper does not look after the learner. */
export async function endCareOf(
	db: Sql,
	{ learner, carer, by }: { learner: string; carer: string; by: string },
	at: Date,
): Promise<boolean> {
	const rows = await db
		.update(care)
		.set({ until: at, endedBy: by })
		.where(open(learner, carer))
		.returning({ id: care.id });
	return rows.length > 0;
}
