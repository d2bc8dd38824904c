import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { CodeMade } from '#schemas/account.ts';
import type { Sql } from '../db/connect.ts';
import { audit, person, recoveryCode } from '../db/tables/index.ts';
import { nameOfActor } from './known-store.ts';

/** What is written when a code is made; its owner is told by these rows. */
export const codeMade = 'recovery-code.make';

export async function insertRecoveryCode(db: Sql, row: typeof recoveryCode.$inferInsert) {
	await db.insert(recoveryCode).values(row);
}

/** Neither used, nor void, nor expired. */
const isOpen = (now: Date) => and(isNull(recoveryCode.usedAt), gt(recoveryCode.expiresAt, now));

/** The code that opens an account now; there is one at most. */
export async function selectOptionalOpenCode(db: Sql, subject: string, now: Date) {
	const [row] = await db
		.select()
		.from(recoveryCode)
		.where(and(eq(recoveryCode.subject, subject), isOpen(now)))
		.orderBy(desc(recoveryCode.expiresAt))
		.limit(1);
	return row ?? null;
}

/** Uses a code up; false when it has been used or become void meanwhile. */
export async function useRecoveryCode(db: Sql, subject: string, codeHash: string, now: Date) {
	const rows = await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(and(eq(recoveryCode.subject, subject), eq(recoveryCode.codeHash, codeHash), isOpen(now)))
		.returning({ subject: recoveryCode.subject });
	return rows.length === 1;
}

/** Makes every open code for a learner void, whoever made it. */
export async function retireCodesFor(db: Sql, learner: string, now: Date) {
	await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(and(eq(recoveryCode.learnerId, learner), isNull(recoveryCode.usedAt)));
}

/** Makes every open code of an account void, or those alone that this maker made. */
export async function retireRecoveryCodes(db: Sql, subject: string, now: Date, maker?: string) {
	await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(
			and(
				eq(recoveryCode.subject, subject),
				isNull(recoveryCode.usedAt),
				maker === undefined ? undefined : eq(recoveryCode.createdBy, maker),
			),
		);
}

/** Codes that can still be used, for this person or made by them. */
export async function selectOpenCodes(db: Sql, who: string, now: Date) {
	return db
		.selectDistinct({
			subject: recoveryCode.subject,
			learnerId: recoveryCode.learnerId,
			createdBy: recoveryCode.createdBy,
		})
		.from(recoveryCode)
		.where(and(or(eq(recoveryCode.learnerId, who), eq(recoveryCode.createdBy, who)), isOpen(now)));
}

/** All codes that were ever made for a person's account, newest first. */
export async function selectCodesMade(db: Sql, learner: string): Promise<CodeMade[]> {
	const rows = await db
		.select({ at: audit.at, by: nameOfActor })
		.from(audit)
		.where(and(eq(audit.learnerId, learner), eq(audit.action, codeMade)))
		.orderBy(sql`${audit.at} desc`);
	return rows.map(({ at, by }) => ({ at: at.toISOString(), by }));
}

/** The owner knows of the codes made until then; never takes back what they knew of before. */
export async function updateCodesSeen(db: Sql, learner: string, until: Date) {
	const iso = until.toISOString();
	await db
		.update(person)
		.set({ codesSeenUntil: sql`greatest(${person.codesSeenUntil}, ${iso}::timestamptz)` })
		.where(eq(person.id, learner));
}
