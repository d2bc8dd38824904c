import { randomUUID } from 'node:crypto';
import { lockLearner } from '../accounts/store.ts';
import type { Database } from '../db/connect.ts';
import { selectOptionalSetting, upsertSetting } from '../db/setting-store.ts';
import { deletePerson, loosenScores } from './erase-store.ts';
import { selectLeftGuests } from './sweep-store.ts';

const day = 24 * 3_600_000;
/** As long as the session of a guest lasts, the one thing that leads back to what they did. */
const keptFor = 30 * day;
const lastSweep = 'guests-swept';

/**
 * Erases guests who did nothing for thirty days and cannot come back: their scores stay for statistics, under an id of
 * nobody. A clock that has jumped, or a server that was off for days, sweeps nothing at its first turn, since those who
 * wanted to come back may not have been able to.
 */
export async function sweepGuests({ db, query }: Database, now: Date): Promise<number> {
	const last = await selectOptionalSetting(db, lastSweep);
	const since = last === null ? Infinity : now.getTime() - Date.parse(last);
	await upsertSetting(db, lastSweep, now.toISOString());
	if (since < 0 || since > 3 * day) return 0;
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
