import { eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { mergedGuest, person } from '../db/tables/index.ts';

/** For whom counts what this learner did: themselves, or the account that their learning was brought into. */
export async function selectOptionalOwner(db: Sql, learner: string): Promise<string | null> {
	const [merged] = await db
		.select({ id: mergedGuest.learnerId })
		.from(mergedGuest)
		.where(eq(mergedGuest.guestId, learner));
	if (merged) return merged.id;
	const [row] = await db.select({ id: person.id }).from(person).where(eq(person.id, learner));
	return row?.id ?? null;
}
