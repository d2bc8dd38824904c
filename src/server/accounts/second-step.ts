import { randomBytes } from 'node:crypto';
import { readCode } from '#domain/second-step.ts';
import { keyUri } from '#domain/totp.ts';
import type { Principal } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { known, type Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import type { Turn } from './hash-queue.ts';
import { newCode, writeCode } from './one-time-codes.ts';
import { hashCodes, isPassword } from './passwords.ts';
import type { Sealing } from './sealing.ts';
import { purposeOf, takeCode, wrongCode } from './second-code.ts';
import {
	countBackupCodes,
	deleteSecondStep,
	lockSecondStep,
	replaceBackupCodes,
	selectOptionalSecondStep,
	updateToOn,
	upsertBegun,
} from './second-step-store.ts';
import { lockLearner, selectOptionalLoginOf } from './store.ts';
import { newSecret, stepOf, writeSecret } from './totp.ts';

export interface Asking {
	db: Db;
	sealing: Sealing;
	who: Principal;
	caller: Caller;
	now: Date;
}

const backupCodes = 10;
/** A secret that was shown and not used for so long is forgotten, in milliseconds. */
const begunFor = 60 * 60_000;

export async function describeSecondStep(db: Db, learner: string) {
	const row = await selectOptionalSecondStep(db, learner);
	if (!row?.since) return { since: null, backupCodes: 0 };
	return { since: row.since.toISOString(), backupCodes: await countBackupCodes(db, learner) };
}

/** Gives whoever says their password a secret for their app. It counts for nothing until a code shows that they have it. */
export async function beginSecondStep(asking: Asking, password: string, issuer: string) {
	const { db, sealing, who, now } = asking;
	const login = await ownerOf(asking, password);
	if ('failure' in login) return login;
	const plain = newSecret();
	const row = { learnerId: who.learner, secret: sealing.seal(purposeOf(who.learner), plain), begunAt: now };
	if (!(await upsertBegun(db, row))) return fail('second-step-on');
	const secret = writeSecret(plain);
	return { secret, uri: keyUri({ issuer, account: login.shown, secret }) };
}

/**
 * The app has the secret: from now on its codes are asked for. The caller ends all sessions, none of which was begun by
 * two steps. Returns the backup codes.
 */
export async function confirmSecondStep({ db, sealing, who, caller, now }: Asking, typed: string) {
	const { learner } = who;
	const row = await selectOptionalSecondStep(db, learner);
	if (row?.since) return fail('second-step-on');
	if (!row || now.getTime() - row.begunAt.getTime() > begunFor) return fail('second-step-unknown');
	const opened = sealing.open(purposeOf(learner), row.secret);
	const usedStep = opened && stepOf(opened.plain, readCode(typed).code, now, row.usedStep);
	if (usedStep === null) return wrongCode;
	const made = await makeCodes(caller.turn);
	const isOn = await db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		if (!(await updateToOn(tx, { learner, secret: row.secret, usedStep, now }))) return false;
		await replaceBackupCodes(tx, learner, made.hashes);
		await recordOwn(tx, learner, 'second-step.on', caller.from, now);
		return true;
	});
	return isOn ? made.codes : fail('second-step-unknown');
}

/** From now on the password alone signs in. */
export async function endSecondStep(asking: Asking, secrets: Secrets): Promise<Failure | undefined> {
	const { db, who, caller, now } = asking;
	const refused = await refuseUnlessBoth(asking, secrets);
	if (refused) return refused;
	return db.transaction(async (tx) => {
		if (!(await deleteSecondStep(tx, who.learner))) return fail('second-step-unknown');
		await recordOwn(tx, who.learner, 'second-step.off', caller.from, now);
		return undefined;
	});
}

/** Other backup codes; those until now are void. */
export async function renewBackupCodes(asking: Asking, secrets: Secrets): Promise<string[] | Failure> {
	const { db, who, caller, now } = asking;
	const refused = await refuseUnlessBoth(asking, secrets);
	if (refused) return refused;
	const made = await makeCodes(caller.turn);
	return db.transaction(async (tx) => {
		// It may have ended while they were hashed.
		if (!(await lockSecondStep(tx, who.learner))) return fail('second-step-unknown');
		await replaceBackupCodes(tx, who.learner, made.hashes);
		await recordOwn(tx, who.learner, 'backup-codes.make', caller.from, now);
		return made.codes;
	});
}

interface Secrets {
	password: string;
	code: string;
}

async function refuseUnlessBoth(asking: Asking, { password, code }: Secrets): Promise<Failure | undefined> {
	const login = await ownerOf(asking, password);
	if ('failure' in login) return login;
	return takeCode(asking, asking.who.learner, code, asking.caller, asking.now);
}

/** The log-in of whoever says their password once more. */
export async function ownerOf({ db, who, caller, now }: Asking, password: string) {
	const login = await selectOptionalLoginOf(db, who.learner);
	if (!login) return fail('no-account');
	if (await isPassword(login.secret, password, caller.turn)) return login;
	await recordRefusal(db, who.learner, 'password.refused', caller.from, now);
	return fail('wrong-password', { path: '/password' });
}

async function makeCodes(turn: Turn): Promise<{ codes: string[]; hashes: string[] }> {
	const codes = Array.from({ length: backupCodes }, newCode);
	return { codes: codes.map(writeCode), hashes: await hashCodes(codes, randomBytes(16), known(turn)) };
}
