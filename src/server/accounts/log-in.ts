import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import { isPassword } from './passwords.ts';
import { selectOptionalAsked, type Asked } from './second-step-store.ts';
import { selectOptionalSignIn } from './username-store.ts';

/**
 * The learner whose user name and password these are, and what else is asked of them, if anything. Audited, also where it
 * is refused. Whoever signs in again while the time of an attempt is running waits less.
 */
export async function logIn(
	db: Db,
	{ username, password }: { username: string; password: string },
	{ from, turn }: Caller,
	now: Date,
): Promise<{ learner: string; asked: Asked | null } | Failure> {
	const found = await selectOptionalSignIn(db, username, now);
	const isRight = await isPassword(found?.secret, password, { ...turn, hurried: found?.isTimed ?? false });
	if (!isRight || !found) {
		await recordRefusal(db, found?.learnerId ?? null, 'session.refused', from, now);
		return fail('wrong-credentials');
	}
	const learner = found.learnerId;
	const asked = await selectOptionalAsked(db, learner);
	await recordOwn(db, learner, asked ? 'second-step.asked' : 'session.start', from, now);
	return { learner, asked };
}
