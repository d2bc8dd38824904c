import { readCode, triesAt, waitBefore } from '#domain/second-step.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { known, type Caller } from './caller.ts';
import { recordOwn, recordRefusal } from './events.ts';
import { hashCodes, saltOf } from './passwords.ts';
import type { Sealing } from './sealing.ts';
import {
	lockSecondStep,
	selectOptionalBackupHash,
	updateSealed,
	updateTries,
	useBackupCode,
	useStep,
} from './second-step-store.ts';
import { stepOf } from './totp.ts';

/** What a secret is sealed for: one person's second step. */
export const purposeOf = (learner: string) => `second-step ${learner}`;

export const wrongCode = fail('second-step-wrong', { path: '/code' });

/**
 * Whether whoever has shown the password has this code too, of the app or a backup code; it is used up by that. Each try
 * is counted before it is judged, so that many at the same time are no more than one after another. Audited, also where
 * it is refused.
 */
export async function takeCode(
	{ db, sealing }: { db: Db; sealing: Sealing },
	learner: string,
	typed: string,
	caller: Caller,
	now: Date,
): Promise<Failure | undefined> {
	const row = await countTry(db, learner, now);
	if ('failure' in row) return row;
	const { of, code } = readCode(typed);
	const isRight =
		of === 'app'
			? await isOfApp({ db, sealing }, row, code, now)
			: await isBackupCode(db, learner, code, caller, now);
	if (isRight) return undefined;
	await recordRefusal(db, learner, 'second-step.refused', caller.from, now);
	return wrongCode;
}

type Row = NonNullable<Awaited<ReturnType<typeof lockSecondStep>>>;

function countTry(db: Db, learner: string, now: Date): Promise<Row | Failure> {
	const at = now.getTime();
	return db.transaction(async (tx) => {
		const row = await lockSecondStep(tx, learner);
		if (!row) return fail('second-step-unknown');
		const tries = triesAt({ count: row.tries, since: row.triesSince?.getTime() ?? null }, at);
		const wait = waitBefore(tries, at);
		if (wait > 0) return fail('too-many', { values: { seconds: Math.ceil(wait / 1000) } });
		await updateTries(tx, learner, { count: tries.count + 1, since: tries.since ?? at });
		return row;
	});
}

async function isOfApp(
	{ db, sealing }: { db: Db; sealing: Sealing },
	{ learnerId, secret, usedStep }: Row,
	code: string,
	now: Date,
): Promise<boolean> {
	const opened = sealing.open(purposeOf(learnerId), secret);
	if (!opened) throw new Error('The secret of a second step cannot be opened: SEALING_SECRET has changed.');
	const step = stepOf(opened.plain, code, now, usedStep);
	if (step === null || !(await useStep(db, learnerId, step))) return false;
	if (opened.isOld)
		await updateSealed(db, learnerId, secret, sealing.seal(purposeOf(learnerId), opened.plain));
	return true;
}

async function isBackupCode(db: Db, learner: string, code: string, { from, turn }: Caller, now: Date) {
	const other = await selectOptionalBackupHash(db, learner);
	if (other === null) return false;
	const [hash = ''] = await hashCodes([code], saltOf(other), known(turn));
	if (!(await useBackupCode(db, learner, hash, now))) return false;
	await updateTries(db, learner, { count: 0, since: null });
	await recordOwn(db, learner, 'backup-code.use', from, now);
	return true;
}
