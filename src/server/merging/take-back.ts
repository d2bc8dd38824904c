import { planUndo } from '#domain/merging/undo.ts';
import type { Provenance } from '../accounts/events.ts';
import { lockLearner } from '../accounts/store.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Sql } from '../db/connect.ts';
import { within } from '../db/query.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { inOrder, recordMerge } from './bring.ts';
import { lockAttempts, selectChanges, selectKept, write } from './rows-store.ts';
import { settleAll } from './settle.ts';
import { isThere, selectOptionalMerge, updateUndone, type MergeRow } from './store.ts';

/** Takes a merge back; asked again, it tells that it was. */
export async function takeBack(
	{ catalog, database: { db, query }, now }: Deps,
	{ learner, id, from }: { learner: string; id: string; from: Provenance },
): Promise<{ row: MergeRow; stayed: number } | Failure> {
	const known = await selectOptionalMerge(db, learner, id);
	if (!known) return fail('merge-unknown');
	if (known.undoneAt) return { row: known, stayed: 0 };
	if (known.until <= now()) return fail('merge-over');
	const courses = new Map<string, CourseVersion>();
	for (const { after, gone } of await selectChanges(query, { learner, merge: id })) {
		const course = (after ?? gone)?.['course_id'];
		if (typeof course !== 'string' || courses.has(course)) continue;
		const version = await catalog.lastVersion(course);
		if (version) courses.set(course, version);
	}
	return db.transaction((tx) => undoIn(tx, known, { courses: [...courses.values()], from, at: now() }));
}

async function undoIn(
	tx: Sql,
	known: MergeRow,
	{ courses, from, at }: { courses: CourseVersion[]; from: Provenance; at: Date },
): Promise<{ row: MergeRow; stayed: number } | Failure> {
	const { learnerId, guestId, id } = known;
	const query = within(tx);
	const learners = inOrder(learnerId, guestId);
	for (const one of learners) await lockLearner(tx, one);
	const row = await selectOptionalMerge(tx, learnerId, id);
	if (!row || row.undoneAt) return row ? { row, stayed: 0 } : fail('merge-unknown');
	// Whoever was left as a guest may have been erased since: then there is nobody to give it back to.
	if (!(await isThere(tx, guestId))) return fail('merge-over');
	await lockAttempts(query, learners);
	const changes = await selectChanges(query, { learner: learnerId, merge: id });
	const now = { guest: await selectKept(query, guestId), account: await selectKept(query, learnerId) };
	const { writings, stayed } = planUndo(changes, now);
	await write(query, writings);
	for (const one of learners) await settleAll({ tx, query }, one, courses);
	await updateUndone(tx, row, at);
	await recordMerge(tx, row, 'learning.unmerge', from, at);
	return { row: { ...row, undoneAt: at }, stayed };
}
