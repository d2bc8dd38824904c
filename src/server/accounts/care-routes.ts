import { care } from '#schemas/endpoints/care.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { serve } from '../serve.ts';
import { callerOf } from './caller.ts';
import { endCare, giveCare, listInCare, registerInCare } from './care.ts';

export function careRoutes(app: App, { database: { db }, sessions, now }: Deps) {
	serve(app, care.inMyCare, async (request) => ({
		people: await listInCare(db, request.principal!.actor),
	}));

	serve(app, care.registerInCare, async (request, reply) => {
		const { person, fresh } = unwrap(
			await registerInCare(db, request.principal!, request.body, callerOf(request, reply).turn, now()),
		);
		return reply.code(fresh ? 201 : 200).send(person);
	});

	serve(app, care.giveCare, async (request, reply) => {
		const { fresh, learner } = unwrap(await giveCare(db, request.principal!, request.body, now()));
		sessions.forget(learner);
		return reply.code(fresh ? 201 : 200).send(request.body);
	});

	serve(app, care.endCare, async (request, reply) => {
		const { learner } = unwrap(await endCare(db, request.principal!, request.body, now()));
		sessions.forget(learner);
		return reply.code(204).send(null);
	});
}
