import { selectOptionalLoginOf } from '../accounts/store.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { canOpen } from './describe.ts';
import { isThere, selectOptionalMerge } from './store.ts';

/**
 * The guest whose learning was taken back, for whoever held it in their account until then. Not once the guest has
 * registered: then it is somebody's own account.
 */
export async function findOpen(
	{ database: { db }, now }: Deps,
	{ learner, id }: { learner: string; id: string },
): Promise<string | Failure> {
	const row = await selectOptionalMerge(db, learner, id);
	if (!row) return fail('merge-unknown');
	if (!canOpen(row, now()) || !(await isThere(db, row.guestId))) return fail('merge-over');
	if (await selectOptionalLoginOf(db, row.guestId)) return fail('merge-over');
	return row.guestId;
}
