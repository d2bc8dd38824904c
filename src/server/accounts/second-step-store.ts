import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Tries } from '#domain/second-step.ts';
import type { Sql } from '../db/connect.ts';
import { backupCode, login, passkey, secondStep } from '../db/tables/index.ts';

const of = (learner: string) => eq(secondStep.learnerId, learner);
const isOn = (learner: string) => and(of(learner), isNotNull(secondStep.since));
const noTries = { tries: 0, triesSince: null };

export async function selectOptionalSecondStep(db: Sql, learner: string) {
	const [row] = await db.select().from(secondStep).where(of(learner));
	return row ?? null;
}

/** What a sign-in that waits for its second half hangs on; null where none is asked for. */
export async function selectOptionalAsked(db: Sql, learner: string) {
	const [row] = await db
		.select({ begunAt: secondStep.begunAt, secret: login.secret, username: login.shown })
		.from(secondStep)
		.innerJoin(login, and(eq(login.learnerId, secondStep.learnerId), eq(login.kind, 'password')))
		.where(isOn(learner));
	return row ?? null;
}
export type Asked = NonNullable<Awaited<ReturnType<typeof selectOptionalAsked>>>;

/** A secret that no code has shown yet, in the place of an earlier one; false where the second step is on. */
export async function upsertBegun(db: Sql, row: { learnerId: string; secret: string; begunAt: Date }) {
	const rows = await db
		.insert(secondStep)
		.values(row)
		.onConflictDoUpdate({
			target: secondStep.learnerId,
			set: { secret: row.secret, begunAt: row.begunAt, usedStep: 0, ...noTries },
			setWhere: isNull(secondStep.since),
		})
		.returning({ learnerId: secondStep.learnerId });
	return rows.length === 1;
}

/** From now on it is asked for; false where it is on already, or another secret was given meanwhile. */
export async function updateToOn(
	tx: Sql,
	{ learner, secret, usedStep, now }: { learner: string; secret: string; usedStep: number; now: Date },
): Promise<boolean> {
	const rows = await tx
		.update(secondStep)
		.set({ since: now, usedStep, ...noTries })
		.where(and(of(learner), eq(secondStep.secret, secret), isNull(secondStep.since)))
		.returning({ learnerId: secondStep.learnerId });
	return rows.length === 1;
}

/** The row until the transaction ends; null where no second step is on. */
export async function lockSecondStep(tx: Sql, learner: string) {
	const [row] = await tx.select().from(secondStep).where(isOn(learner)).for('update');
	return row ?? null;
}

export async function updateTries(db: Sql, learner: string, { count: tries, since }: Tries) {
	const triesSince = since === null ? null : new Date(since);
	await db.update(secondStep).set({ tries, triesSince }).where(of(learner));
}

/** Uses the code of a step up, and all before it; false where that has happened already. */
export async function useStep(db: Sql, learner: string, usedStep: number): Promise<boolean> {
	const rows = await db
		.update(secondStep)
		.set({ usedStep, ...noTries })
		.where(and(isOn(learner), lt(secondStep.usedStep, usedStep)))
		.returning({ learnerId: secondStep.learnerId });
	return rows.length === 1;
}

/** Seals the secret anew. */
export async function updateSealed(db: Sql, learner: string, from: string, to: string) {
	await db
		.update(secondStep)
		.set({ secret: to })
		.where(and(of(learner), eq(secondStep.secret, from)));
}

/** With all that stands beside it. */
export async function deleteSecondStep(tx: Sql, learner: string): Promise<boolean> {
	for (const table of [backupCode, passkey]) await tx.delete(table).where(eq(table.learnerId, learner));
	const rows = await tx.delete(secondStep).where(of(learner)).returning({ since: secondStep.since });
	return rows.some(({ since }) => since !== null);
}

/** These codes count from now on, and none from before. */
export async function replaceBackupCodes(tx: Sql, learnerId: string, hashes: readonly string[]) {
	await tx.delete(backupCode).where(eq(backupCode.learnerId, learnerId));
	await tx.insert(backupCode).values(hashes.map((codeHash) => ({ learnerId, codeHash })));
}

const isLeft = (learner: string) => and(eq(backupCode.learnerId, learner), isNull(backupCode.usedAt));

export async function countBackupCodes(db: Sql, learner: string): Promise<number> {
	const [row] = await db.select({ n: count() }).from(backupCode).where(isLeft(learner));
	return row?.n ?? 0;
}

/** Any of a person's codes, for the salt that all of them have. */
export async function selectOptionalBackupHash(db: Sql, learner: string): Promise<string | null> {
	const [row] = await db
		.select({ hash: backupCode.codeHash })
		.from(backupCode)
		.where(isLeft(learner))
		.limit(1);
	return row?.hash ?? null;
}

/** Uses a code up; false where there is none, or it was used. */
export async function useBackupCode(db: Sql, learner: string, hash: string, now: Date): Promise<boolean> {
	const rows = await db
		.update(backupCode)
		.set({ usedAt: now })
		.where(and(isLeft(learner), eq(backupCode.codeHash, hash)))
		.returning({ learnerId: backupCode.learnerId });
	return rows.length === 1;
}
