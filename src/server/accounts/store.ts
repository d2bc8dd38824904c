import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Grant } from '#domain/access.ts';
import type { Role } from '#schemas/access.ts';
import type { Preferences } from '#schemas/account.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import type { Sql } from '../db/connect.ts';
import { audit, login, person, recoveryCode, roleGrant } from '../db/tables/index.ts';

export async function insertPerson(db: Sql, row: typeof person.$inferInsert) {
	await db.insert(person).values(row);
}

export async function selectPerson(db: Sql, learner: string) {
	const [row] = await db.select().from(person).where(eq(person.id, learner));
	if (!row) throw new Error('A session without a person.');
	return row;
}

export interface PersonChange {
	displayName?: string;
	locale?: Locale;
	targetGroup?: TargetGroup | null;
	preferences?: Preferences;
}
export async function updatePerson(db: Sql, learner: string, change: PersonChange) {
	await db.update(person).set(change).where(eq(person.id, learner));
}

/** Returns false when the user name is taken. */
export async function insertLogin(db: Sql, row: Omit<typeof login.$inferInsert, 'kind'>): Promise<boolean> {
	const rows = await db
		.insert(login)
		.values({ kind: 'password', ...row })
		.onConflictDoNothing()
		.returning({ subject: login.subject });
	return rows.length === 1;
}

export async function selectOptionalLogin(db: Sql, subject: string) {
	const [row] = await db
		.select()
		.from(login)
		.where(and(eq(login.kind, 'password'), eq(login.subject, subject)));
	return row ?? null;
}

export async function selectOptionalLoginOf(db: Sql, learner: string) {
	const [row] = await db
		.select()
		.from(login)
		.where(and(eq(login.kind, 'password'), eq(login.learnerId, learner)));
	return row ?? null;
}

export async function updateSecret(db: Sql, subject: string, secret: string) {
	await db
		.update(login)
		.set({ secret })
		.where(and(eq(login.kind, 'password'), eq(login.subject, subject)));
}

export async function insertRecoveryCode(db: Sql, row: typeof recoveryCode.$inferInsert) {
	await db.insert(recoveryCode).values(row);
}

/** Uses a code up; returns its learner, or null when it is wrong, used or expired. */
export async function useRecoveryCode(db: Sql, subject: string, codeHash: string, now: Date) {
	const [row] = await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(
			and(
				eq(recoveryCode.subject, subject),
				eq(recoveryCode.codeHash, codeHash),
				isNull(recoveryCode.usedAt),
				gt(recoveryCode.expiresAt, now),
			),
		)
		.returning({ learnerId: recoveryCode.learnerId });
	return row?.learnerId ?? null;
}

/** Makes every open code of an account void. */
export async function retireRecoveryCodes(db: Sql, subject: string, now: Date) {
	await db
		.update(recoveryCode)
		.set({ usedAt: now })
		.where(and(eq(recoveryCode.subject, subject), isNull(recoveryCode.usedAt)));
}

export async function insertAudit(db: Sql, row: typeof audit.$inferInsert) {
	await db.insert(audit).values(row);
}

export async function insertGrant(db: Sql, row: typeof roleGrant.$inferInsert) {
	await db.insert(roleGrant).values(row);
}

/** Ends the grants of a role for a scope that are not over; false when there is none. */
export async function endGrants(
	db: Sql,
	grant: { learnerId: string; role: Role; scope: string | null },
	at: Date,
): Promise<boolean> {
	const { learnerId, role, scope } = grant;
	const rows = await db
		.update(roleGrant)
		.set({ validUntil: at })
		.where(
			and(
				eq(roleGrant.learnerId, learnerId),
				eq(roleGrant.role, role),
				scope === null ? isNull(roleGrant.scope) : eq(roleGrant.scope, scope),
				or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, at)),
			),
		)
		.returning({ id: roleGrant.id });
	return rows.length > 0;
}

export async function hasAdministrator(db: Sql): Promise<boolean> {
	const rows = await db
		.select({ id: roleGrant.id })
		.from(roleGrant)
		.where(and(eq(roleGrant.role, 'admin'), isNull(roleGrant.validUntil)))
		.limit(1);
	return rows.length > 0;
}

/** All grants of a person, those too that are over or have not begun. */
export async function selectGrants(db: Sql, learner: string): Promise<Grant[]> {
	const rows = await db.select().from(roleGrant).where(eq(roleGrant.learnerId, learner));
	return rows.map(({ role, scope, validFrom, validUntil }) => ({
		role: role as Role,
		scope,
		from: validFrom.getTime(),
		until: validUntil?.getTime() ?? null,
	}));
}

/** Roles in force for a person at a time. */
export async function selectRoles(
	db: Sql,
	learner: string,
	at: Date,
): Promise<{ role: Role; scope: string | null }[]> {
	const rows = await db
		.select({ role: roleGrant.role, scope: roleGrant.scope })
		.from(roleGrant)
		.where(
			and(
				eq(roleGrant.learnerId, learner),
				lte(roleGrant.validFrom, at),
				or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, at)),
			),
		);
	return rows.map((row) => ({ role: row.role as Role, scope: row.scope }));
}

/**
 * One at a time for one learner, until the transaction ends: two that each finish half of what is left would otherwise
 * both find the course incomplete.
 */
export async function lockLearner(tx: Sql, learner: string) {
	await tx.select({ id: person.id }).from(person).where(eq(person.id, learner)).for('no key update');
}
