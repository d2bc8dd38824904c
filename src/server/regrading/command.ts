import type { Locale } from '#schemas/common.ts';
import type { Regrade, RegradeRequest } from '#schemas/regrade.ts';
import { commandLine } from '../accounts/store.ts';
import { readConfig } from '../config.ts';
import { Catalog } from '../courses/catalog.ts';
import type { Db } from '../db/connect.ts';
import { within } from '../db/query.ts';
import { isFailure, type Failure } from '../failure.ts';
import { applyRegrade, askRegrade, type Asker } from './ask.ts';

const operator: Asker = {
	actor: commandLine,
	grants: [{ role: 'admin', scope: null, from: 0, until: null }],
};

/** Looks at what a regrade would change, and where that is asked for applies it, to the end. */
export async function regradeByCommand(
	db: Db,
	asked: { course: string; request: RegradeRequest; locale: Locale; apply: boolean },
): Promise<Regrade | Failure> {
	const catalog = new Catalog(db, readConfig(process.env).timeZone);
	await catalog.refresh();
	const deps = { catalog, database: { db, query: within(db) }, now: () => new Date() };
	const seen = await askRegrade(deps, operator, asked, Infinity);
	if (isFailure(seen) || !asked.apply) return seen;
	return applyRegrade(deps, operator, seen.id, asked.locale, Infinity);
}
