import { createHash, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { foldUsername, normaliseName } from '#domain/text.ts';
import type { AccountRequest, GuestRequest, Me, MePatch, RecoveryRequest, Role } from '#schemas/account.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectRoles } from '../plugins/access.ts';
import { lockLearner } from '../progress/store.ts';
import { hashPassword, isPassword } from './passwords.ts';
import {
	insertAudit,
	insertGrant,
	insertLogin,
	insertPerson,
	insertRecoveryCode,
	selectOptionalLogin,
	selectOptionalLoginOf,
	selectPerson,
	updatePerson,
	updateSecret,
	useRecoveryCode,
} from './store.ts';

/** The actor where an operator acts by a command rather than a log-in. */
export const commandLine = 'command-line';

/** A name of which nothing is left without invisible characters. */
const emptyName = fail('name-empty', { path: '/displayName' });

/** A learner without a log-in. Returns the learner's id. */
export async function createGuest(db: Db, request: Static<typeof GuestRequest>): Promise<string> {
	const id = uuidv7();
	await insertPerson(db, { id, locale: request.locale, targetGroup: request.targetGroup ?? null });
	return id;
}

/** Gives a log-in to the guest who asks, so that all they did stays theirs; or to a new learner. */
export async function register(
	db: Db,
	who: Principal | null,
	request: Static<typeof AccountRequest>,
): Promise<string | Failure> {
	const displayName = normaliseName(request.displayName);
	if (!displayName) return emptyName;
	const secret = await hashPassword(request.password);
	const { locale, targetGroup } = request;
	const subject = foldUsername(request.username);
	return db.transaction(async (tx) => {
		const learnerId = who?.learner ?? uuidv7();
		// A form that is sent twice finds the account that it has just made.
		if (who) await lockLearner(tx, learnerId);
		if (who && (await selectOptionalLoginOf(tx, learnerId))) return fail('has-account');
		if (!(await insertLogin(tx, { subject, shown: request.username, learnerId, secret })))
			return fail('username-taken', { path: '/username' });
		if (who) await updatePerson(tx, learnerId, { displayName, locale, ...(targetGroup && { targetGroup }) });
		else await insertPerson(tx, { id: learnerId, displayName, locale, targetGroup: targetGroup ?? null });
		return learnerId;
	});
}

/** The learner whose user name and password these are. */
export async function logIn(db: Db, username: string, password: string): Promise<string | Failure> {
	const found = await selectOptionalLogin(db, foldUsername(username));
	return (await isPassword(found?.secret, password)) && found ? found.learnerId : fail('wrong-credentials');
}

export async function describeMe(db: Db, learner: string, shared: boolean, now: Date): Promise<Me> {
	const [row, found, roles] = await Promise.all([
		selectPerson(db, learner),
		selectOptionalLoginOf(db, learner),
		selectRoles(db, learner, now),
	]);
	const { displayName, locale, targetGroup, preferences } = row;
	const username = found?.shown ?? null;
	const grants = [{ role: 'learner' as const, scope: null }, ...roles];
	return {
		id: learner,
		guest: !found,
		username,
		displayName,
		locale,
		targetGroup,
		preferences,
		roles: grants,
		shared,
	};
}

export async function changeMe(db: Db, learner: string, change: MePatch): Promise<Failure | undefined> {
	const displayName = change.displayName === undefined ? undefined : normaliseName(change.displayName);
	if (displayName === '') return emptyName;
	const preferences = change.preferences && {
		...(await selectPerson(db, learner)).preferences,
		...change.preferences,
	};
	await updatePerson(db, learner, {
		...change,
		...(displayName && { displayName }),
		...(preferences && { preferences }),
	});
	return undefined;
}

/** Letters and digits that are not mistaken for one another when read aloud or copied. */
const codeAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679';
const codeLength = 10;
const codeHours = 24;
const hashCode = (code: string) =>
	createHash('sha256')
		.update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
		.digest('hex');

/** Makes a one-time code with which a person who forgot the password takes the account over. Audited. */
export async function makeRecoveryCode(db: Db, actor: string, username: string, now: Date) {
	const found = await selectOptionalLogin(db, foldUsername(username));
	if (!found) return fail('username-unknown');
	if (!(await mayRecover(db, actor, found.learnerId, now))) return fail('not-allowed');
	const code = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(
		'',
	);
	const expiresAt = new Date(now.getTime() + codeHours * 3_600_000);
	const { subject, learnerId } = found;
	await db.transaction(async (tx) => {
		await insertRecoveryCode(tx, {
			subject,
			codeHash: hashCode(code),
			learnerId,
			createdBy: actor,
			expiresAt,
		});
		await insertAudit(tx, { learnerId, id: uuidv7(), actor, action: 'recovery-code.make', at: now });
	});
	return {
		username: found.shown,
		code: `${code.slice(0, 5)}-${code.slice(5)}`,
		expiresAt: expiresAt.toISOString(),
	};
}

/** A code opens the whole account, so only an administrator makes one for a person who holds a role. */
async function mayRecover(db: Db, actor: string, learner: string, now: Date): Promise<boolean> {
	if (actor === commandLine || (await selectRoles(db, learner, now)).length === 0) return true;
	return (await selectRoles(db, actor, now)).some((grant) => grant.role === 'admin');
}

/** Sets a new password by a code. Returns the learner, whose other sessions must be ended. */
export async function recover(
	db: Db,
	request: Static<typeof RecoveryRequest>,
	now: Date,
): Promise<string | Failure> {
	const subject = foldUsername(request.username);
	const secret = await hashPassword(request.password);
	return db.transaction(async (tx) => {
		const learner = await useRecoveryCode(tx, subject, hashCode(request.code), now);
		if (!learner) return fail('wrong-code');
		await updateSecret(tx, subject, secret);
		await insertAudit(tx, {
			learnerId: learner,
			id: uuidv7(),
			actor: learner,
			action: 'recovery-code.use',
			at: now,
		});
		return learner;
	});
}

/** Gives a role to a person. Audited. */
export async function grantRole(
	db: Db,
	grant: { username: string; role: Role; scope: string | null; by: string },
	now: Date,
) {
	const found = await selectOptionalLogin(db, foldUsername(grant.username));
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	const { role, scope, by } = grant;
	await db.transaction(async (tx) => {
		await insertGrant(tx, { learnerId, id: uuidv7(), role, scope, grantedBy: by, validFrom: now });
		const subject = scope ? `${role} ${scope}` : role;
		await insertAudit(tx, { learnerId, id: uuidv7(), actor: by, action: 'role.grant', subject, at: now });
	});
	return { username: found.shown, role, scope };
}
