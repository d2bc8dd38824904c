import { createHash, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { foldUsername } from '#domain/text.ts';
import type { RecoveryRequest } from '#schemas/account.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { commandLine } from './grant.ts';
import { hashPassword } from './passwords.ts';
import {
	insertAudit,
	insertRecoveryCode,
	retireRecoveryCodes,
	selectOptionalLogin,
	selectRoles,
	updateSecret,
	useRecoveryCode,
} from './store.ts';

/** Letters and digits that are not mistaken for one another when read aloud or copied. */
const codeAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679';
const codeLength = 10;
const codeHours = 24;
const hashCode = (code: string) =>
	createHash('sha256')
		.update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
		.digest('hex');

/**
 * Makes a one-time code with which a person who forgot the password takes the account over; earlier codes are void.
 * Audited.
 */
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
		await retireRecoveryCodes(tx, subject, now);
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
		await retireRecoveryCodes(tx, subject, now);
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
