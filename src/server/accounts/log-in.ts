import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { recordOwn, recordRefusal, type Provenance } from './events.ts';
import { isPassword } from './passwords.ts';
import { selectOptionalLogin } from './username-store.ts';

/** The learner whose user name and password these are. Audited, also where it is refused. */
export async function logIn(
	db: Db,
	{ username, password }: { username: string; password: string },
	from: Provenance,
	now: Date,
): Promise<string | Failure> {
	const found = await selectOptionalLogin(db, username);
	if (!(await isPassword(found?.secret, password)) || !found) {
		await recordRefusal(db, found?.learnerId ?? null, 'session.refused', from, now);
		return fail('wrong-credentials');
	}
	await recordOwn(db, found.learnerId, 'session.start', from, now);
	return found.learnerId;
}
