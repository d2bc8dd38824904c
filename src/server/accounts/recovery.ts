import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may, nobodyKnown } from '#domain/access.ts';
import type { RecoveryRequest } from '#schemas/account.ts';
import type { Db, Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { known, type Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import { selectActedOn, selectGrants } from './grant-store.ts';
import type { Turn } from './hash-queue.ts';
import { bareCode, newCode, writeCode } from './one-time-codes.ts';
import { hashPassword, isPassword } from './passwords.ts';
import {
	codeMade,
	insertRecoveryCode,
	retireCodesFor,
	retireRecoveryCodes,
	selectOpenCodes,
	selectOptionalOpenCode,
	updateCodesSeen,
	useRecoveryCode,
} from './recovery-store.ts';
import { commandLine, insertAudit, lockLearner, selectPerson, updateSecret } from './store.ts';
import { selectOptionalLogin, selectOptionalSignIn } from './username-store.ts';
import { updateTries } from './second-step-store.ts';
import { weakPassword } from './weak-password.ts';

const codeHours = 24;

/**
 * Makes a one-time code with which a person who forgot the password takes the account over; earlier codes are void.
 * Audited, and told to the owner. Who may not do this for everybody does not learn which user names there are.
 */
export async function makeRecoveryCode(db: Db, actor: string, username: string, turn: Turn, now: Date) {
	const found = await selectOptionalLogin(db, username);
	if (!(await mayMakeCode(db, actor, found?.learnerId ?? null, now))) return fail('not-in-care');
	if (!found) return fail('username-unknown');
	const code = newCode();
	// It is kept as a password is.
	const codeHash = await hashPassword(code, turn);
	const expiresAt = new Date(now.getTime() + codeHours * 3_600_000);
	const { subject, learnerId } = found;
	const isMade = await db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		// A role may have been given while the code was hashed.
		if (!(await mayMakeCode(tx, actor, learnerId, now))) return false;
		await retireRecoveryCodes(tx, subject, now);
		await insertRecoveryCode(tx, { subject, codeHash, learnerId, createdBy: actor, expiresAt });
		await insertAudit(tx, { learnerId, id: uuidv7(), actor, action: codeMade, at: now });
		return true;
	});
	if (!isMade) return fail('not-in-care');
	return {
		learner: learnerId,
		username: found.shown,
		code: writeCode(code),
		expiresAt: expiresAt.toISOString(),
	};
}

/** Whether somebody may make a code for a learner now; `learner` null: for somebody whom nobody knows. */
async function mayMakeCode(db: Sql, maker: string, learner: string | null, now: Date): Promise<boolean> {
	if (maker === commandLine) return true;
	const grants = await selectGrants(db, maker);
	const acted = learner === null ? nobodyKnown : await selectActedOn(db, learner, maker, now);
	return may(grants, 'recovery-code.make', { learner: acted }, now.getTime());
}

/** What a person may do, or who looks after them, has changed: codes that could no longer be made are void. */
export async function voidCodes(tx: Sql, who: string, now: Date): Promise<void> {
	for (const { subject, learnerId, createdBy } of await selectOpenCodes(tx, who, now))
		if (!(await mayMakeCode(tx, createdBy, learnerId, now)))
			await retireRecoveryCodes(tx, subject, now, createdBy);
}

/**
 * A person's roles have changed: all codes for their account are void, whoever made them, and those that they made and
 * could no longer make. Call it once the change is written.
 */
export async function voidCodesAtRoleChange(tx: Sql, who: string, now: Date): Promise<void> {
	await retireCodesFor(tx, who, now);
	await voidCodes(tx, who, now);
}

/**
 * Sets a new password by a code, which counts only while whoever made it may still make one. Returns the learner, whose
 * other sessions must be ended.
 */
export async function recover(
	db: Db,
	request: Static<typeof RecoveryRequest>,
	{ from, turn }: Caller,
	now: Date,
): Promise<string | Failure> {
	const { username, password } = request;
	const weak = weakPassword(password, { username });
	if (weak) return weak;
	const found = await selectOptionalSignIn(db, username, now);
	const hurried = found?.isTimed ?? false;
	const open = found && (await selectOptionalOpenCode(db, found.subject, now));
	// A name without a code takes as long as one with a code that is wrong.
	if (!(await isPassword(open?.codeHash, bareCode(request.code), { ...turn, hurried })) || !open) {
		// Whose account was tried; nobody's where nobody has that name.
		await recordRefusal(db, found?.learnerId ?? null, 'recovery-code.refused', from, now);
		return fail('wrong-code');
	}
	const { subject, learnerId: learner, createdBy: maker, codeHash } = open;
	// What the owner is called is told to nobody who has no code.
	const named = weakPassword(password, await selectPerson(db, learner));
	if (named) return named;
	const secret = await hashPassword(password, known(turn));
	return db.transaction(async (tx) => {
		// Roles are given and ended under the same lock, so that nothing changes between the question and the answer.
		await lockLearner(tx, learner);
		const isUsed = await useRecoveryCode(tx, subject, codeHash, now);
		if (!isUsed || !(await mayMakeCode(tx, maker, learner, now))) return fail('wrong-code');
		await retireRecoveryCodes(tx, subject, now);
		await updateSecret(tx, subject, secret);
		// Whoever tried codes by the old password makes its owner wait no longer.
		await updateTries(tx, learner, { count: 0, since: null });
		await recordOwn(tx, learner, 'recovery-code.use', from, now);
		return learner;
	});
}

/** The owner has been told of the codes made until then, as far as that is not ahead. */
export async function seeCodes(db: Db, learner: string, until: string, now: Date): Promise<void> {
	// What is no time that can be told (a leap second) is before all.
	const told = Math.max(0, Date.parse(until) || 0);
	await updateCodesSeen(db, learner, new Date(Math.min(told, now.getTime())));
}
