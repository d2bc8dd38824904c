import { rescues } from '#schemas/endpoints/rescues.ts';
import type { App } from '../app-types.ts';
import { OpenWorks } from '../attempts/open-works.ts';
import type { Deps } from '../deps.ts';
import { selectOrInsertSecret } from '../db/setting-store.ts';
import { unwrap } from '../failure.ts';
import { eventDeps } from '../progress/events.ts';
import { serve } from '../serve.ts';
import { rescueKeyOf } from './key.ts';
import { openRescue } from './open.ts';
import { replay } from './replay.ts';

export async function rescueRoutes(app: App, deps: Deps): Promise<void> {
	const secret = await selectOrInsertSecret(deps.database.db, 'rescue-secret');
	const replaying = { ...eventDeps(deps), open: new OpenWorks() };

	serve(app, rescues.rescueKey, async (request) => {
		const { learner } = request.principal!;
		return { learner, key: rescueKeyOf(secret, learner) };
	});

	serve(app, rescues.rescue, async (request) => {
		const rescue = unwrap(openRescue(secret, request.body));
		return unwrap(await replay(replaying, rescue, request.locale));
	});
}
