import type { UploadDeps } from './keep.ts';
import { deleteForgotten, deleteUnreferenced, deleteUnused, selectUnused } from './store.ts';

const day = 24 * 3_600_000;
/** A file that was sent may still become an answer for so long. */
const unsavedFor = day;
/** Files of attempts that were never handed in are kept so long. */
export const openFor = 180 * day;
const batch = 200;

/** Removes what nobody refers to: replaced files, those of erased learners, and those of attempts that lie for long. */
export async function sweepUploads(deps: UploadDeps, now: Date): Promise<number> {
	const { db } = deps.database;
	const before = new Date(now.getTime() - unsavedFor);
	await deleteForgotten(db, new Date(now.getTime() - openFor));
	await deleteUnreferenced(db, before);
	let removed = 0;
	for (;;) {
		const hashes = await selectUnused(db, before, batch);
		const done = await removeUnused(deps, hashes);
		removed += done;
		if (done === 0) return removed;
	}
}

/** Of these files, those that nobody refers to. */
export async function removeUnused(
	{ database, storage }: UploadDeps,
	hashes: readonly string[],
): Promise<number> {
	let removed = 0;
	for (const hash of hashes)
		if (await deleteUnused(database.db, hash, (one) => storage.remove(one))) removed += 1;
	return removed;
}
