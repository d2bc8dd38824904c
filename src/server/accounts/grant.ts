import { v7 as uuidv7 } from 'uuid';
import type { Grant } from '#domain/access.ts';
import { millisOf } from '#domain/time.ts';
import type { Role } from '#schemas/access.ts';
import type { Db, Sql } from '../db/connect.ts';
import { fail } from '../failure.ts';
import { endGrants, insertGrant, selectGrants } from './grant-store.ts';
import { voidCodesAtRoleChange } from './recovery.ts';
import { insertAudit, lockLearner } from './store.ts';
import { selectOptionalLogin } from './username-store.ts';

interface RoleOf {
	username: string;
	role: Role;
	/** Course, team or place; null: everywhere. */
	scope: string | null;
	by: string;
}
export interface GrantRequest extends RoleOf {
	/** ISO 8601; from now on where nothing is said. */
	from?: string | null;
	/** ISO 8601; until it is ended where nothing is said. */
	until?: string | null;
}

/** Who gave the same role at the same time may have read a clock that is ahead by this much. */
const skew = 60_000;

/**
 * Gives a role to a person between dates, once: one that they hold for all that time already is left as it is. Audited.
 * An administrator is one everywhere. Open codes for the person's account are void.
 */
export async function grantRole(db: Db, asked: GrantRequest, now: Date) {
	const { username, role, scope, by } = asked;
	if (role === 'admin' && scope !== null) return fail('scope-refused');
	const from = asked.from ? new Date(asked.from) : now;
	const until = asked.until ? new Date(asked.until) : null;
	if (until && (until <= from || until <= now)) return fail('dates-refused');
	const found = await selectOptionalLogin(db, username);
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const held = await selectGrants(tx, learnerId);
		const isHeld = held.some(
			(grant) => grant.role === role && grant.scope === scope && lasts(grant, from, until),
		);
		if (!isHeld) {
			const dates = { validFrom: from, validUntil: until };
			await insertGrant(tx, { learnerId, id: uuidv7(), role, scope, grantedBy: by, ...dates });
			await insertRoleAudit(tx, 'role.grant', { learnerId, role, scope, by }, now);
			await voidCodesAtRoleChange(tx, learnerId, now);
		}
		return { learner: learnerId, username: found.shown, role, scope, isNew: !isHeld };
	});
}

/** Whether a grant is in force from the one moment to the other. */
function lasts(grant: Grant, from: Date, until: Date | null): boolean {
	if (millisOf(grant.from) > from.getTime() + skew) return false;
	return grant.until === null || (until !== null && until.getTime() <= millisOf(grant.until));
}

/**
 * Ends a role that a person holds or will hold, for that scope alone. Audited. It counts from the next request on, and
 * open codes for the person's account are void, and those that they could no longer make.
 */
export async function revokeRole(db: Db, { username, role, scope, by }: RoleOf, now: Date) {
	const found = await selectOptionalLogin(db, username);
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		if (!(await endGrants(tx, { learnerId, role, scope }, now))) return fail('role-unknown');
		await insertRoleAudit(tx, 'role.revoke', { learnerId, role, scope, by }, now);
		await voidCodesAtRoleChange(tx, learnerId, now);
		return { learner: learnerId, username: found.shown, role, scope };
	});
}

function insertRoleAudit(
	tx: Sql,
	action: 'role.grant' | 'role.revoke',
	about: { learnerId: string; role: Role; scope: string | null; by: string },
	at: Date,
) {
	const { learnerId, role, scope, by: actor } = about;
	const subject = scope ? `${role} ${scope}` : role;
	return insertAudit(tx, { learnerId, id: uuidv7(), actor, action, subject, at });
}
