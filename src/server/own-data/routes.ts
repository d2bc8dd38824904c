import { security } from '#schemas/endpoints/security.ts';
import { callerOf } from '../accounts/caller.ts';
import { provenanceOf, recordOwn } from '../accounts/events.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { exportLimit, ownSecretLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { removeUnused } from '../uploads/sweep.ts';
import { erase } from './erase.ts';
import { exportData } from './export.ts';

export function ownDataRoutes(app: App, deps: Deps) {
	const {
		database: { db },
		sessions,
		now,
	} = deps;
	serve(
		app,
		security.ownData,
		async (request, reply) => {
			const { learner } = request.principal!;
			await recordOwn(db, learner, 'data.export', provenanceOf(request), now());
			const data = await exportData(deps, learner, now());
			reply
				.type('application/json; charset=utf-8')
				.header('content-disposition', 'attachment; filename="cung-hoc.json"')
				.header('cache-control', 'no-store')
				.serializer((body: unknown) => JSON.stringify(body, null, '\t'));
			return reply.code(200).send(data);
		},
		// A page of one's own may be made again, but not all the time: it reads everything.
		{ rateLimit: exportLimit },
	);

	serve(
		app,
		security.eraseMe,
		async (request, reply) => {
			const who = request.principal!;
			const { files } = unwrap(await erase(db, who, request.body, callerOf(request, reply), now()));
			// What cannot be removed now is swept within a day.
			await removeUnused(deps, files).catch((error: unknown) =>
				request.log.error({ err: error }, 'files left'),
			);
			sessions.forget(who.learner);
			await sessions.end(request, reply, false);
			reply.header('clear-site-data', '"cache"');
			return reply.code(204).send(null);
		},
		{ rateLimit: ownSecretLimit },
	);
}
