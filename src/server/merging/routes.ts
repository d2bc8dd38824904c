import type { FastifyRequest } from 'fastify';
import { isUuid } from '#schemas/names.ts';
import { merging } from '#schemas/endpoints/merging.ts';
import { provenanceOf } from '../accounts/events.ts';
import { describeMe } from '../accounts/me.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { mergeLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { bring } from './bring.ts';
import { describeMerge, describeOffer, listMerges } from './describe.ts';
import { findOpen } from './open.ts';
import { deleteOffer, selectOptionalOffer } from './store.ts';
import { takeBack } from './take-back.ts';

export function mergingRoutes(app: App, deps: Deps) {
	const { config, database, sessions, now } = deps;
	const { db } = database;
	const limited = { rateLimit: mergeLimit };
	const asked = (request: FastifyRequest) => ({
		learner: request.principal!.learner,
		session: sessions.hashOf(request),
	});
	/** The merge that is named, of the learner's own. */
	const named = (request: FastifyRequest<{ Params: { merge: string } }>) => ({
		learner: request.principal!.learner,
		id: isUuid(request.params.merge) ? request.params.merge.toLowerCase() : unwrap(fail('merge-unknown')),
	});

	serve(app, merging.mergeOffer, async (request) => {
		const offer = await selectOptionalOffer(db, { ...asked(request), now: now() });
		const locale = request.query.locale ?? request.locale;
		return { offer: offer && (await describeOffer(deps, { who: request.principal!, offer, locale })) };
	});

	serve(app, merging.refuseOffer, async (request, reply) => {
		const { learner, session } = asked(request);
		await deleteOffer(db, learner, session);
		return reply.code(204).send(null);
	});

	serve(
		app,
		merging.merge,
		async (request, reply) => {
			const who = request.principal!;
			const { session } = asked(request);
			const { row, fresh } = unwrap(await bring(deps, { who, session, from: provenanceOf(request) }));
			sessions.forget(who.learner);
			return reply.code(fresh ? 201 : 200).send(await describeMerge(deps, row));
		},
		limited,
	);

	serve(app, merging.merges, async (request) => ({
		merges: await listMerges(deps, request.principal!.learner),
	}));

	serve(
		app,
		merging.undoMerge,
		async (request) => {
			const { row, stayed } = unwrap(
				await takeBack(deps, { ...named(request), from: provenanceOf(request) }),
			);
			sessions.forget(row.learnerId);
			return { merge: await describeMerge(deps, row), stayed };
		},
		limited,
	);

	serve(
		app,
		merging.openMerged,
		async (request, reply) => {
			const guest = unwrap(await findOpen(deps, named(request)));
			const { shared } = request.principal!;
			await sessions.start(request, reply, guest, shared);
			return describeMe(db, guest, { ...config, shared }, now());
		},
		limited,
	);
}
