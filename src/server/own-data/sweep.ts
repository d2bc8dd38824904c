import { randomUUID } from 'node:crypto';
import { lockLearner } from '../accounts/store.ts';
import type { Database } from '../db/connect.ts';
import { deletePerson, loosenScores } from './erase-store.ts';
import { selectLeftGuests } from './sweep-store.ts';

const day = 24 * 3_600_000;
/** As long as the session of a guest lasts, the one thing that leads back to what they did. */
const keptFor = 30 * day;

/**
 * Erases guests who did nothing for thirty days and cannot come back: their scores stay for statistics, under an id of
 * nobody.
 */
export async function sweepGuests({ db, query }: Database, now: Date): Promise<number> {
	let swept = 0;
	for (;;) {
		const guests = await selectLeftGuests(query, new Date(now.getTime() - keptFor), now);
		if (guests.length === 0) return swept;
		for (const learner of guests)
			await db.transaction(async (tx) => {
				await lockLearner(tx, learner);
				await loosenScores(tx, learner, randomUUID());
				await deletePerson(tx, learner);
			});
		swept += guests.length;
	}
}
