import { randomUUID } from 'node:crypto';
import { grantsInForce } from '#domain/access.ts';
import type { Erasure } from '#schemas/security.ts';
import type { Caller } from '../accounts/caller.ts';
import { recordOwn, recordRefusal } from '../accounts/events.ts';
import { countAdministrators } from '../accounts/grant-store.ts';
import { isPassword } from '../accounts/passwords.ts';
import { lockLearner, selectOptionalLoginOf } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectHashes } from '../uploads/store.ts';
import { deleteCertificates, deletePerson, keepCertificates, loosenScores } from './erase-store.ts';

/**
 * Erases a person for good: who they were goes, scores stay for statistics under an id of nobody. Whoever has a password
 * says it first. Audited under the id that was theirs.
 * @returns what of their files lies in the store, and is to be removed where nobody else refers to it
 */
export async function erase(
	db: Db,
	who: Principal,
	{ password = '', certificates }: Erasure,
	{ from, turn }: Caller,
	now: Date,
): Promise<{ files: string[] } | Failure> {
	const { learner } = who;
	const login = await selectOptionalLoginOf(db, learner);
	if (login && !(await isPassword(login.secret, password, turn))) {
		await recordRefusal(db, learner, 'password.refused', from, now);
		return fail('wrong-password', { path: '/password' });
	}
	const isAdmin = grantsInForce([...who.grants, ...who.withheld], now.getTime()).some(
		({ role }) => role === 'admin',
	);
	return db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		if (isAdmin && (await countAdministrators(tx, now)) < 2) return fail('last-administrator');
		const files = await selectHashes(tx, learner);
		await loosenScores(tx, learner, randomUUID());
		if (certificates === 'keep') await keepCertificates(tx, learner, randomUUID());
		else await deleteCertificates(tx, learner, randomUUID());
		await recordOwn(tx, learner, 'account.erase', from, now);
		await deletePerson(tx, learner);
		return { files };
	});
}
