import { foldUsername } from '#domain/usernames.ts';
import type { Db } from '../db/connect.ts';
import { selectLoginsOfOlderFold, updateFold, updateSubject } from './username-store.ts';

/**
 * Brings user names that an older rule folded to the rule of now. To be called before the server listens; harmless when
 * it is called again, or by several processes at once. Where the new fold is taken, an account keeps the fold that it
 * had, by which its own spelling still finds it. Returns the names that did, as their owners write them.
 */
export async function refoldUsernames(db: Db): Promise<string[]> {
	const kept: string[] = [];
	for (const { subject, shown } of await selectLoginsOfOlderFold(db)) {
		const folded = foldUsername(shown);
		if (folded !== subject && (await updateSubject(db, subject, folded))) continue;
		await updateFold(db, subject);
		if (folded !== subject) kept.push(shown);
	}
	return kept;
}
