import type { Static } from 'typebox';
import type { PasswordChange } from '#schemas/security.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { known, type Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { retireRecoveryCodes } from './recovery-store.ts';
import { updateTries } from './second-step-store.ts';
import { lockLearner, selectOptionalLoginOf, updateSecret } from './store.ts';
import { weakPassword } from './weak-password.ts';

/**
 * Sets another password for whoever knows the one until now. Codes that were made for the account are void; the caller
 * ends its sessions. Audited, also where it is refused.
 */
export async function changePassword(
	db: Db,
	who: Principal,
	{ current, password }: Static<typeof PasswordChange>,
	{ from, turn }: Caller,
	now: Date,
): Promise<Failure | undefined> {
	const found = await selectOptionalLoginOf(db, who.learner);
	if (!found) return fail('no-account');
	if (!(await isPassword(found.secret, current, turn))) {
		await recordRefusal(db, who.learner, 'password.refused', from, now);
		return fail('wrong-password', { path: '/current' });
	}
	const weak = weakPassword(password, { username: found.shown, displayName: who.displayName });
	if (weak) return weak;
	const secret = await hashPassword(password, known(turn));
	return db.transaction(async (tx) => {
		await lockLearner(tx, who.learner);
		// Two changes at a time: the second knew a password that is none any more.
		const still = await selectOptionalLoginOf(tx, who.learner);
		if (still?.secret !== found.secret) return fail('wrong-password', { path: '/current' });
		await updateSecret(tx, found.subject, secret);
		await retireRecoveryCodes(tx, found.subject, now);
		// Whoever knew the password until now and tried codes is out.
		await updateTries(tx, who.learner, { count: 0, since: null });
		await recordOwn(tx, who.learner, 'password.change', from, now);
		return undefined;
	});
}
