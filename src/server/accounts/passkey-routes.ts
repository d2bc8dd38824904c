import type { FastifyRequest } from 'fastify';
import { confirmedOrigin, passkeySite } from '#domain/origin.ts';
import { messagesFor } from '#messages/index.ts';
import { passkeys } from '#schemas/endpoints/passkeys.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { fail, unwrap } from '../failure.ts';
import { ownAddresses } from '../own-addresses.ts';
import { ownSecretLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { callerOf } from './caller.ts';
import { enter } from './enter.ts';
import {
	addPasskey,
	listPasskeys,
	passkeyOptions,
	removePasskey,
	signInByPasskey,
	signInOptions,
} from './passkeys.ts';
import { askingOf } from './second-step-routes.ts';

export function passkeyRoutes(app: App, deps: Deps) {
	const { config, database, challenges, now } = deps;
	const { db } = database;
	const asking = askingOf(deps);
	const optionalSite = ({ visitorOrigin }: FastifyRequest) =>
		passkeySite(confirmedOrigin(visitorOrigin, config.origin, ownAddresses));
	const siteOf = (request: FastifyRequest) => optionalSite(request) ?? unwrap(fail('passkeys-impossible'));
	/** What this browser was asked to sign, and where. */
	const asked = (request: FastifyRequest, learner: string | null) => ({
		...(challenges.take(request, learner, now()) ?? unwrap(fail('passkey-refused'))),
		site: siteOf(request),
	});

	serve(app, passkeys.passkeys, async (request) => ({
		passkeys: await listPasskeys(db, request.principal!.learner),
		isPossible: optionalSite(request) !== null,
	}));

	serve(
		app,
		passkeys.passkeyOptions,
		async (request, reply) => {
			const { learner } = request.principal!;
			const { siteName } = messagesFor(request.locale).common;
			const challenge = () => challenges.put(request, reply, learner, now());
			const about = { site: siteOf(request), siteName, challenge };
			return { options: unwrap(await passkeyOptions(asking(request, reply), request.body.password, about)) };
		},
		{ rateLimit: ownSecretLimit },
	);

	serve(app, passkeys.addPasskey, async (request, reply) => {
		const about = asked(request, request.principal!.learner);
		const made = unwrap(await addPasskey(asking(request, reply), request.body.credential, about));
		challenges.end(request, reply);
		return reply.code(201).send(made);
	});

	serve(app, passkeys.removePasskey, async (request, reply) => {
		unwrap(await removePasskey(asking(request, reply), request.params.passkey));
		return reply.code(204).send(null);
	});

	serve(app, passkeys.signInOptions, async (request, reply) => {
		const site = siteOf(request);
		return { options: await signInOptions(site, challenges.put(request, reply, null, now())) };
	});

	serve(app, passkeys.signInByPasskey, async (request, reply) => {
		const { credential, shared = false } = request.body;
		const about = asked(request, null);
		const found = unwrap(await signInByPasskey(db, credential, about, callerOf(request, reply), now()));
		const entered = await enter(deps, request, reply, { learner: found.learner, shared });
		challenges.end(request, reply);
		app.knowDevice(request, reply, found.username);
		return entered;
	});
}
