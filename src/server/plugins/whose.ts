import { isTheirs, whoseHeader } from '#schemas/whose.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write that says whose it is counts for that learner or not at all: another may have signed in by another tab since
 * the page was made. Must come after the session is read.
 */
export function whoseCheck(app: App) {
	app.addHook('onRequest', async ({ method, headers, principal }) => {
		const said = headers[whoseHeader];
		if (said === undefined || safe.has(method) || !principal) return;
		const { learner: id, username, guests } = principal;
		if (!isTheirs(String(said), { id, username, guests })) unwrap(fail('other-learner'));
	});
}
