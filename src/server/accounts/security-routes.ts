import type { FastifyRequest } from 'fastify';
import { readDevice } from '#domain/devices.ts';
import { security } from '#schemas/endpoints/security.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { ownSecretLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { changePassword } from './change-password.ts';
import { callerOf } from './caller.ts';
import { listEvents, listOwnEvents, provenanceOf, recordOwn } from './events.ts';
import { describeMe } from './me.ts';
import { deleteOtherSessions, deleteSession, nameOf, selectSessions } from './session-store.ts';

export function securityRoutes(app: App, { config, database: { db }, sessions, now }: Deps) {
	const thisOne = (request: FastifyRequest) => nameOf(sessions.hashOf(request));
	const ended = async (request: FastifyRequest, count: number) => {
		const { learner } = request.principal!;
		sessions.forget(learner);
		if (count > 0) await recordOwn(db, learner, 'session.end', provenanceOf(request), now());
	};

	serve(
		app,
		security.changePassword,
		async (request, reply) => {
			const who = request.principal!;
			unwrap(await changePassword(db, who, request.body, callerOf(request, reply), now()));
			await sessions.endAllOf(who.learner);
			await sessions.start(request, reply, who.learner, who.shared);
			return describeMe(db, who.learner, { ...config, shared: who.shared }, now());
		},
		{ rateLimit: ownSecretLimit },
	);

	serve(app, security.signedIn, async (request) => {
		const { learner } = request.principal!;
		const here = thisOne(request);
		const rows = await selectSessions(db, learner, now());
		const list = rows.map(({ id, device, since, seen, shared }) => ({
			id,
			device: readDevice(device),
			since: since.toISOString(),
			seen: seen.toISOString(),
			shared,
			isThis: id === here,
		}));
		return { sessions: list.sort((a, b) => Number(b.isThis) - Number(a.isThis)) };
	});

	serve(app, security.endOthers, async (request, reply) => {
		await ended(request, await deleteOtherSessions(db, request.principal!.learner, thisOne(request)));
		return reply.code(204).send(null);
	});

	serve(app, security.endOne, async (request, reply) => {
		const { learner } = request.principal!;
		if (!(await deleteSession(db, learner, request.params.session))) unwrap(fail('session-unknown'));
		await ended(request, 1);
		return reply.code(204).send(null);
	});

	serve(app, security.ownEvents, async (request) => ({
		events: await listOwnEvents(db, request.principal!.learner),
	}));

	serve(app, security.accountEvents, async (request) => listEvents(db, request.query));
}
