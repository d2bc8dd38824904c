import type { FastifyReply, FastifyRequest } from 'fastify';
import { messagesFor } from '#messages/index.ts';
import { secondStep } from '#schemas/endpoints/second-step.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { ownSecretLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { callerOf } from './caller.ts';
import { enter } from './enter.ts';
import { recordOwn } from './events.ts';
import { takeCode } from './second-code.ts';
import {
	beginSecondStep,
	confirmSecondStep,
	describeSecondStep,
	endSecondStep,
	renewBackupCodes,
	type Asking,
} from './second-step.ts';

export function askingOf({ database: { db }, sealing, now }: Deps) {
	return (request: FastifyRequest, reply: FastifyReply): Asking => ({
		db,
		sealing,
		who: request.principal!,
		caller: callerOf(request, reply),
		now: now(),
	});
}

export function secondStepRoutes(app: App, deps: Deps) {
	const { database, sealing, sessions, halfWays, now } = deps;
	const { db } = database;
	const asking = askingOf(deps);
	const bySecret = { rateLimit: ownSecretLimit };

	serve(app, secondStep.secondStep, (request) => describeSecondStep(db, request.principal!.learner));

	serve(
		app,
		secondStep.beginSecondStep,
		async (request, reply) => {
			const { siteName } = messagesFor(request.locale).common;
			const { password } = request.body;
			return reply.code(201).send(unwrap(await beginSecondStep(asking(request, reply), password, siteName)));
		},
		bySecret,
	);

	serve(
		app,
		secondStep.confirmSecondStep,
		async (request, reply) => {
			const { learner, shared } = request.principal!;
			const codes = unwrap(await confirmSecondStep(asking(request, reply), request.body.code));
			// Whoever else has signed in by the password alone is out.
			await sessions.endAllOf(learner);
			await sessions.start(request, reply, learner, shared);
			return { codes };
		},
		bySecret,
	);

	serve(
		app,
		secondStep.endSecondStep,
		async (request, reply) => {
			unwrap(await endSecondStep(asking(request, reply), request.body));
			sessions.forget(request.principal!.learner);
			return reply.code(204).send(null);
		},
		bySecret,
	);

	serve(
		app,
		secondStep.renewBackupCodes,
		async (request, reply) => {
			const codes = unwrap(await renewBackupCodes(asking(request, reply), request.body));
			return reply.code(201).send({ codes });
		},
		bySecret,
	);

	// Tries are counted with the person, once the password was right (`second-code.ts`): no stranger uses them up.
	serve(app, secondStep.finishSignIn, async (request, reply) => {
		const half = (await halfWays.read(request, now())) ?? unwrap(fail('second-step-over'));
		const { learner, shared, username } = half;
		const caller = callerOf(request, reply);
		unwrap(await takeCode({ db, sealing }, learner, request.body.code, caller, now()));
		await recordOwn(db, learner, 'session.start', caller.from, now());
		const entered = await enter(deps, request, reply, { learner, shared });
		halfWays.end(request, reply);
		app.knowDevice(request, reply, username);
		return entered;
	});
}
