import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import { isPassword } from './passwords.ts';
import { selectOptionalSignIn } from './username-store.ts';

/**
 * The learner whose user name and password these are. Audited, also where it is refused. Whoever signs in again while
 * the time of an attempt is running waits less.
 */
export async function logIn(
	db: Db,
	{ username, password }: { username: string; password: string },
	{ from, turn }: Caller,
	now: Date,
): Promise<string | Failure> {
	const found = await selectOptionalSignIn(db, username, now);
	const isRight = await isPassword(found?.secret, password, { ...turn, hurried: found?.isTimed ?? false });
	if (!isRight || !found) {
		await recordRefusal(db, found?.learnerId ?? null, 'session.refused', from, now);
		return fail('wrong-credentials');
	}
	await recordOwn(db, found.learnerId, 'session.start', from, now);
	return found.learnerId;
}
