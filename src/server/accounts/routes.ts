import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '#domain/days.ts';
import { accounts } from '#schemas/endpoints/accounts.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import type { HalfWay } from '../plugins/half-way.ts';
import { accountLimit, codeLimit, guestLimit, secretLimit } from '../plugins/rate-limits.ts';
import { serve } from '../serve.ts';
import { callerOf } from './caller.ts';
import { enter } from './enter.ts';
import { provenanceOf, recordOwn } from './events.ts';
import { logIn } from './log-in.ts';
import { changeMe, describeMe, describePrincipal } from './me.ts';
import { makeRecoveryCode, recover, seeCodes } from './recovery.ts';
import { selectCodesMade } from './recovery-store.ts';
import { createGuest, register } from './register.ts';
import { selectOptionalAsked, type Asked } from './second-step-store.ts';

export function accountRoutes(app: App, deps: Deps) {
	const { config, database, sessions, halfWays, now } = deps;
	const { db } = database;
	const me = (learner: string, shared: boolean) => describeMe(db, learner, { ...config, shared }, now());
	/** The first half of a sign-in is done; what is sent says until when the second is waited for. */
	const askForCode = (request: FastifyRequest, reply: FastifyReply, who: HalfWay & { asked: Asked }) => {
		const until = halfWays.begin(request, reply, { ...who, now: now() });
		return { until: until.toISOString() };
	};
	const bySecret = { rateLimit: secretLimit };

	serve(
		app,
		accounts.createGuest,
		async (request, reply) => {
			const learner = await createGuest(db, request.body, now());
			const shared = request.body.shared ?? false;
			await sessions.start(request, reply, learner, shared);
			return reply.code(201).send(await me(learner, shared));
		},
		{ rateLimit: guestLimit },
	);

	serve(
		app,
		accounts.createAccount,
		async (request, reply) => {
			const learner = unwrap(
				await register(db, request.principal, request.body, { ...callerOf(request, reply), at: now() }),
			);
			const shared = request.body.shared ?? request.principal?.shared ?? false;
			// Whoever else knows the guest's session must not come into the account with it.
			await sessions.endAllOf(learner);
			await sessions.start(request, reply, learner, shared);
			app.knowDevice(request, reply, request.body.username);
			return reply.code(201).send(await me(learner, shared));
		},
		{ rateLimit: accountLimit },
	);

	serve(
		app,
		accounts.signIn,
		async (request, reply) => {
			const { username, password, shared = false } = request.body;
			const found = unwrap(await logIn(db, { username, password }, callerOf(request, reply), now()));
			await app.limits.giveBack(secretLimit(request));
			const { learner, asked } = found;
			if (asked) return reply.code(202).send(askForCode(request, reply, { learner, shared, asked }));
			const entered = await enter(deps, request, reply, { learner, shared });
			app.knowDevice(request, reply, username);
			return entered;
		},
		bySecret,
	);

	serve(app, accounts.signOut, async (request, reply) => {
		const everywhere = request.query.everywhere === 'true';
		const who = request.principal;
		await sessions.end(request, reply, everywhere);
		if (everywhere && who) await recordOwn(db, who.learner, 'session.end', provenanceOf(request), now());
		reply.header('clear-site-data', '"cache"');
		return reply.code(204).send();
	});

	serve(app, accounts.me, async (request) => describePrincipal(request.principal!, now()));

	serve(app, accounts.changeMe, async (request) => {
		const { learner, shared } = request.principal!;
		const thisYear = Number(dayOf(now().getTime(), config.timeZone).slice(0, 4));
		unwrap(await changeMe(db, learner, request.body, thisYear));
		sessions.forget(learner);
		return me(learner, shared);
	});

	serve(
		app,
		accounts.createRecoveryCode,
		async (request, reply) => {
			const actor = request.principal!.actor;
			const { learner, ...made } = unwrap(
				await makeRecoveryCode(db, actor, request.body.username, callerOf(request, reply).turn, now()),
			);
			sessions.forget(learner);
			return reply.code(201).send(made);
		},
		{ rateLimit: codeLimit },
	);

	serve(
		app,
		accounts.recover,
		async (request, reply) => {
			const learner = unwrap(await recover(db, request.body, callerOf(request, reply), now()));
			await sessions.endAllOf(learner);
			const shared = request.body.shared ?? false;
			// A code that somebody made gives another password, and nothing more.
			const asked = await selectOptionalAsked(db, learner);
			if (asked) return reply.code(202).send(askForCode(request, reply, { learner, shared, asked }));
			const entered = await enter(deps, request, reply, { learner, shared });
			app.knowDevice(request, reply, request.body.username);
			return entered;
		},
		bySecret,
	);

	serve(app, accounts.codesMade, async (request) => ({
		codes: await selectCodesMade(db, request.principal!.learner),
	}));

	serve(app, accounts.seeCodes, async (request, reply) => {
		const { learner } = request.principal!;
		await seeCodes(db, learner, request.body.until, now());
		sessions.forget(learner);
		return reply.code(204).send(null);
	});
}
