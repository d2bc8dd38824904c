import type { Db } from '../db/connect.ts';
import { parts, selectPart } from './store.ts';

/** All that is kept of a learner, by the names of `OwnData`. */
export async function exportData(db: Db, learner: string, now: Date) {
	const found: Record<string, unknown> = { madeAt: now.toISOString() };
	for (const [name, part] of Object.entries(parts)) found[name] = await selectPart(db, part, learner);
	return found;
}
