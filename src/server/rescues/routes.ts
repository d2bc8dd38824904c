import { rescues } from '#schemas/endpoints/rescues.ts';
import type { App } from '../app-types.ts';
import { OpenWorks } from '../attempts/open-works.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { eventDeps } from '../progress/events.ts';
import { serve } from '../serve.ts';
import { rescueKeyOf } from './key.ts';
import { openRescue } from './open.ts';
import { replay } from './replay.ts';

export function rescueRoutes(app: App, deps: Deps) {
	const replaying = { ...eventDeps(deps), open: new OpenWorks() };

	serve(app, rescues.rescueKey, async (request) => {
		const { learner } = request.principal!;
		return { learner, key: await rescueKeyOf(deps.database, learner) };
	});

	serve(app, rescues.rescue, async (request) => {
		const rescue = unwrap(await openRescue(deps.database, request.body));
		return unwrap(await replay(replaying, rescue, request.locale));
	});
}
