import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { holdsRole, type Grant, type LearnerActedOn } from '#domain/access.ts';
import type { Role } from '#schemas/access.ts';
import type { Sql } from '../db/connect.ts';
import { care, person, roleGrant } from '../db/tables/index.ts';

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

export async function hasAdministrator(db: Sql, at: Date): Promise<boolean> {
	const rows = await db
		.select({ id: roleGrant.id })
		.from(roleGrant)
		.where(and(eq(roleGrant.role, 'admin'), or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, at))))
		.limit(1);
	return rows.length > 0;
}

/** How many people are administrators now. */
export async function countAdministrators(db: Sql, now: Date): Promise<number> {
	const rows = await db
		.selectDistinct({ learner: roleGrant.learnerId })
		.from(roleGrant)
		.where(
			and(
				eq(roleGrant.role, 'admin'),
				lte(roleGrant.validFrom, now),
				or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, now)),
			),
		);
	return rows.length;
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

/** A learner as somebody else acts on them. Nobody is in a team until there are teams. */
export async function selectActedOn(
	db: Sql,
	learner: string,
	actor: string,
	at: Date,
): Promise<LearnerActedOn> {
	const [row] = await db
		.select({ place: person.place, care: care.id })
		.from(person)
		.leftJoin(care, and(eq(care.learnerId, person.id), eq(care.carerId, actor), isNull(care.until)))
		.where(eq(person.id, learner));
	const grants = await selectGrants(db, learner);
	return {
		place: row?.place ?? null,
		teams: [],
		isInCare: Boolean(row?.care),
		holdsRole: holdsRole(grants, at.getTime()),
	};
}
