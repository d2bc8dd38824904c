import { regrading } from '#schemas/endpoints/regrading.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { applyRegrade, askRegrade, discardRegrade, listRegrades, readRegrade } from './ask.ts';
import { decideRegrade } from './decide.ts';

export function regradingRoutes(app: App, deps: Deps) {
	serve(app, regrading.askRegrade, async ({ principal, params, body, query, locale }, reply) => {
		const asked = { course: params.course, request: body, locale: query.locale ?? locale };
		return reply.code(201).send(unwrap(await askRegrade(deps, principal!, asked)));
	});

	serve(app, regrading.regrades, async ({ principal, params, query, locale }) =>
		unwrap(await listRegrades(deps, principal!, { course: params.course, locale: query.locale ?? locale })),
	);

	serve(app, regrading.regrade, async ({ principal, params, query, locale }) =>
		unwrap(await readRegrade(deps, principal!, params.regrade, query.locale ?? locale)),
	);

	serve(app, regrading.applyRegrade, async ({ principal, params, query, locale }) =>
		unwrap(await applyRegrade(deps, principal!, params.regrade, query.locale ?? locale)),
	);

	serve(app, regrading.discardRegrade, async ({ principal, params }, reply) => {
		unwrap(await discardRegrade(deps, principal!, params.regrade));
		return reply.code(204).send(null);
	});

	serve(app, regrading.decideRegrade, async ({ principal, params, body, query, locale }) =>
		unwrap(
			await decideRegrade(deps, principal!, {
				id: params.regrade,
				request: body,
				locale: query.locale ?? locale,
			}),
		),
	);
}
