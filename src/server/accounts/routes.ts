import Type from 'typebox';
import {
	AccountRequest,
	GuestRequest,
	Me,
	MePatch,
	RecoveryCode,
	RecoveryCodeRequest,
	RecoveryRequest,
	SessionRequest,
} from '#schemas/account.ts';
import { Problem } from '#schemas/problem.ts';
import type { App } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import { unwrap } from '../failure.ts';
import { codeLimit, secretLimit } from '../plugins/rate-limits.ts';
import { logIn } from './log-in.ts';
import { changeMe, describeMe, describePrincipal } from './me.ts';
import { makeRecoveryCode, recover } from './recovery.ts';
import { createGuest, register } from './register.ts';

const tags = ['accounts'];
const problem = { '4xx': Problem };

export function accountRoutes(app: App, { database: { db }, sessions, now }: Deps) {
	const me = (learner: string, shared: boolean) => describeMe(db, learner, shared, now());

	app.post(
		'/api/guests',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Start learning without a log-in',
				body: GuestRequest,
				response: { 201: Me, ...problem },
			},
		},
		async (request, reply) => {
			const learner = await createGuest(db, request.body);
			const shared = request.body.shared ?? false;
			await sessions.start(request, reply, learner, shared);
			return reply.code(201).send(await me(learner, shared));
		},
	);

	app.post(
		'/api/accounts',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Register; a guest keeps everything',
				body: AccountRequest,
				response: { 201: Me, ...problem },
			},
		},
		async (request, reply) => {
			const learner = unwrap(await register(db, request.principal, request.body));
			const shared = request.body.shared ?? request.principal?.shared ?? false;
			// Whoever else knows the guest's session must not come into the account with it.
			await sessions.endAllOf(learner);
			await sessions.start(request, reply, learner, shared);
			return reply.code(201).send(await me(learner, shared));
		},
	);

	app.post(
		'/api/session',
		{
			config: { access: 'public', rateLimit: secretLimit },
			schema: { tags, summary: 'Sign in', body: SessionRequest, response: { 200: Me, ...problem } },
		},
		async (request, reply) => {
			const { username, password, shared = false } = request.body;
			const learner = unwrap(await logIn(db, username, password));
			await sessions.start(request, reply, learner, shared);
			return me(learner, shared);
		},
	);

	app.delete(
		'/api/session',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Sign out, here or everywhere',
				querystring: Type.Object(
					{ everywhere: Type.Optional(Type.Enum(['true', 'false'])) },
					{ additionalProperties: false },
				),
				response: { 204: Type.Null(), ...problem },
			},
		},
		async (request, reply) => {
			await sessions.end(request, reply, request.query.everywhere === 'true');
			return reply.code(204).send(null);
		},
	);

	app.get(
		'/api/me',
		{
			config: { access: 'learner' },
			schema: { tags, summary: 'Who I am', response: { 200: Me, ...problem } },
		},
		async (request) => describePrincipal(db, request.principal!, now()),
	);

	app.patch(
		'/api/me',
		{
			config: { access: 'learner' },
			schema: {
				tags,
				summary: 'Change my name or preferences',
				body: MePatch,
				response: { 200: Me, ...problem },
			},
		},
		async (request) => {
			const { learner, shared } = request.principal!;
			unwrap(await changeMe(db, learner, request.body));
			sessions.forget(learner);
			return me(learner, shared);
		},
	);

	app.post(
		'/api/recovery-codes',
		{
			config: { access: 'recovery-code.make', rateLimit: codeLimit },
			schema: {
				tags,
				summary: 'Make a one-time code for somebody who cannot sign in',
				body: RecoveryCodeRequest,
				response: { 201: RecoveryCode, ...problem },
			},
		},
		async (request, reply) => {
			const actor = request.principal!.actor;
			const made = unwrap(await makeRecoveryCode(db, actor, request.body.username, now()));
			return reply.code(201).send(made);
		},
	);

	app.post(
		'/api/recovery',
		{
			config: { access: 'public', rateLimit: secretLimit },
			schema: {
				tags,
				summary: 'Set a new password by a one-time code; signs in, and out everywhere else',
				body: RecoveryRequest,
				response: { 200: Me, ...problem },
			},
		},
		async (request, reply) => {
			const learner = unwrap(await recover(db, request.body, now()));
			await sessions.endAllOf(learner);
			const shared = request.body.shared ?? false;
			await sessions.start(request, reply, learner, shared);
			return me(learner, shared);
		},
	);
}
