import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../db/connect.ts';
import { fail } from '../failure.ts';
import { deleteActive, insertPublication, lockPublication } from './store.ts';

/**
 * Takes a course out of the catalog. Its versions stay: attempts under way are finished on theirs, certificates hold.
 * Publishing it again brings it back.
 */
export function withdraw(db: Db, request: { course: string; note?: string; by: string; now: Date }) {
	const { course, note, by, now } = request;
	return db.transaction(async (tx) => {
		await lockPublication(tx);
		if (!(await deleteActive(tx, course))) return fail('course-unknown');
		const courses = { [course]: null };
		await insertPublication(tx, { id: uuidv7(), courses, by, note: note ?? null, source: '', at: now });
		return { course };
	});
}
