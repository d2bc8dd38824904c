import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { normaliseName } from '#domain/text.ts';
import { isClearUsername, joinUsername } from '#domain/usernames.ts';
import type { AccountRequest, GuestRequest } from '#schemas/account.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import type { Caller } from './caller.ts';
import { recordOwn } from './events.ts';
import { emptyName } from './me.ts';
import { hashPassword } from './passwords.ts';
import { insertLogin } from './username-store.ts';
import { weakPassword } from './weak-password.ts';
import { insertPerson, lockLearner, selectOptionalLoginOf, updatePerson } from './store.ts';

/** A learner without a log-in. Returns the learner's id. */
export async function createGuest(
	db: Db,
	{ locale, targetGroup }: Static<typeof GuestRequest>,
	createdAt: Date,
): Promise<string> {
	const id = uuidv7();
	await insertPerson(db, { id, locale, targetGroup: targetGroup ?? null, createdAt });
	return id;
}

/** Why a user name cannot be given: it has spaces, or can be taken for another. Null: it can. */
export function refusedUsername(username: string): Failure | null {
	const path = '/username';
	// U+200B parts Khmer words, and is not seen.
	if (/[^\S\u200b]/.test(username))
		return fail('username-spaced', { path, values: { offer: joinUsername(username) ?? '' } });
	return isClearUsername(username) ? null : fail('username-unclear', { path });
}

/** Gives a log-in to the guest who asks, so that all they did stays theirs; or to a new learner. Audited. */
export async function register(
	db: Db,
	who: Principal | null,
	request: Static<typeof AccountRequest>,
	{ from, turn, at }: Caller & { at: Date },
): Promise<string | Failure> {
	const displayName = normaliseName(request.displayName);
	if (!displayName) return emptyName;
	const refused = refusedUsername(request.username);
	if (refused) return refused;
	const weak = weakPassword(request.password, { username: request.username, displayName });
	if (weak) return weak;
	const secret = await hashPassword(request.password, turn);
	const { username, locale, targetGroup } = request;
	return db.transaction(async (tx) => {
		const learnerId = who?.learner ?? uuidv7();
		// A form that is sent twice finds the account that it has just made.
		if (who) await lockLearner(tx, learnerId);
		if (who && (await selectOptionalLoginOf(tx, learnerId))) return fail('has-account');
		if (!(await insertLogin(tx, { username, learnerId, secret })))
			return fail('username-taken', { path: '/username' });
		if (who) await updatePerson(tx, learnerId, { displayName, locale, ...(targetGroup && { targetGroup }) });
		else
			await insertPerson(tx, {
				id: learnerId,
				displayName,
				locale,
				targetGroup: targetGroup ?? null,
				createdAt: at,
			});
		await recordOwn(tx, learnerId, 'account.create', from, at);
		return learnerId;
	});
}
