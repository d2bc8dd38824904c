import { v7 as uuidv7 } from 'uuid';
import { foldUsername } from '#domain/text.ts';
import type { Role } from '#schemas/access.ts';
import type { Db, Sql } from '../db/connect.ts';
import { fail } from '../failure.ts';
import {
	endGrants,
	insertAudit,
	insertGrant,
	lockLearner,
	selectOptionalLogin,
	selectRoles,
} from './store.ts';

/** The actor where an operator acts by a command rather than a log-in. */
export const commandLine = 'command-line';

export interface GrantRequest {
	username: string;
	role: Role;
	/** Course, team or place; null: everywhere. */
	scope: string | null;
	by: string;
}

/** Who gave the same role at the same time may have read a clock that is ahead by this much. */
const skew = 60_000;

/** Gives a role to a person, once. Audited. An administrator is one everywhere. */
export async function grantRole(db: Db, { username, role, scope, by }: GrantRequest, now: Date) {
	if (role === 'admin' && scope !== null) return fail('scope-refused');
	const found = await selectOptionalLogin(db, foldUsername(username));
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const held = await selectRoles(tx, learnerId, new Date(now.getTime() + skew));
		const isHeld = held.some((grant) => grant.role === role && grant.scope === scope);
		if (!isHeld) {
			await insertGrant(tx, { learnerId, id: uuidv7(), role, scope, grantedBy: by, validFrom: now });
			await insertRoleAudit(tx, 'role.grant', { learnerId, role, scope, by }, now);
		}
		return { username: found.shown, role, scope, isNew: !isHeld };
	});
}

/** Ends a role that a person holds, for that scope alone. Audited. It counts from the next request on. */
export async function revokeRole(db: Db, { username, role, scope, by }: GrantRequest, now: Date) {
	const found = await selectOptionalLogin(db, foldUsername(username));
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		if (!(await endGrants(tx, { learnerId, role, scope }, now))) return fail('role-unknown');
		await insertRoleAudit(tx, 'role.revoke', { learnerId, role, scope, by }, now);
		return { username: found.shown, role, scope };
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
