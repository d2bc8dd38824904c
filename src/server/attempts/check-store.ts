import { and, eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { checkResponse } from '../db/tables/index.ts';
import { isFirstExposure } from './exposure-store.ts';

export type CheckRow = typeof checkResponse.$inferSelect;
export type NewCheck = Omit<CheckRow, 'firstExposure'>;

/** `names`: all that the question has been called. False when the device has sent this one before. */
export async function insertCheckResponse(db: Sql, row: NewCheck, names: string[]): Promise<boolean> {
	const rows = await db
		.insert(checkResponse)
		.values({ ...row, firstExposure: isFirstExposure({ ...row, names }) })
		.onConflictDoNothing()
		.returning({ id: checkResponse.id });
	return rows.length === 1;
}

export async function selectCheckResponse(db: Sql, learner: string, id: string): Promise<CheckRow> {
	const [row] = await db
		.select()
		.from(checkResponse)
		.where(and(eq(checkResponse.learnerId, learner), eq(checkResponse.id, id)));
	if (!row) throw new Error(`Check response ${id} is gone.`);
	return row;
}
