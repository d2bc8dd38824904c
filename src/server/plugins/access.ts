import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Role } from '#schemas/account.ts';
import type { App } from '../app-types.ts';
import type { Db } from '../db/connect.ts';
import { roleGrant } from '../db/tables.ts';
import { fail, unwrap } from '../failure.ts';
import { documentationPath } from './openapi.ts';

/** Every route says who may call it (`config.access`); one that does not is refused when the server is built. */
export function accessControl(app: App, db: Db, now: () => Date) {
	app.addHook('onRoute', (route) => {
		const { method, url } = route;
		// The documentation's pages are a library's, which knows nothing of access.
		if (url.startsWith(documentationPath)) route.config = { ...route.config, access: 'public' };
		const access = route.config?.access;
		if (access === undefined) throw new Error(`${String(method)} ${url} does not declare config.access.`);
		for (const one of [method].flat()) app.routeTable.push({ method: one, url, access });
	});
	app.addHook('preValidation', async (request) => {
		const access = request.routeOptions.config.access ?? [];
		if (access === 'public') return;
		if (!request.principal) return unwrap(fail('not-signed-in'));
		if (access === 'learner') return;
		const held = await selectRoles(db, request.principal.actor, now());
		if (!held.some((grant) => access.includes(grant.role))) unwrap(fail('not-allowed'));
	});
}

/** Roles in force for a person at a time. */
export async function selectRoles(
	db: Db,
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
