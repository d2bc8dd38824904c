import { v7 as uuidv7 } from 'uuid';
import { foldUsername } from '#domain/text.ts';
import type { Role } from '#schemas/account.ts';
import type { Db } from '../db/connect.ts';
import { fail } from '../failure.ts';
import { insertAudit, insertGrant, selectOptionalLogin } from './store.ts';

/** The actor where an operator acts by a command rather than a log-in. */
export const commandLine = 'command-line';

/** Gives a role to a person. Audited. */
export async function grantRole(
	db: Db,
	grant: { username: string; role: Role; scope: string | null; by: string },
	now: Date,
) {
	const found = await selectOptionalLogin(db, foldUsername(grant.username));
	if (!found) return fail('username-unknown');
	const { learnerId } = found;
	const { role, scope, by } = grant;
	await db.transaction(async (tx) => {
		await insertGrant(tx, { learnerId, id: uuidv7(), role, scope, grantedBy: by, validFrom: now });
		const subject = scope ? `${role} ${scope}` : role;
		await insertAudit(tx, { learnerId, id: uuidv7(), actor: by, action: 'role.grant', subject, at: now });
	});
	return { username: found.shown, role, scope };
}
