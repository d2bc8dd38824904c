import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { foldUsername } from '#domain/usernames.ts';
import type { App } from '../app-types.ts';

/**
 * Limits by account; for log-ins by (address, user name). Never by address alone: a whole office or village hall shares
 * one. Callers without an account are told apart by address and browser together, with a generous limit.
 */
export async function rateLimits(app: App) {
	await app.register(rateLimit, {
		global: true,
		hook: 'preValidation',
		max: 1200,
		timeWindow: '1 minute',
		cache: 20_000,
		keyGenerator: callerKey,
		errorResponseBuilder: (_request, context) =>
			Object.assign(new Error(String(Math.ceil(context.ttl / 1000))), { statusCode: 429 }),
	});
}

function callerKey(request: FastifyRequest): string {
	if (request.principal) return request.principal.actor;
	return short(`${request.visitor} ${request.visitorAgent}`);
}

/** For routes that try a secret: few tries for one user name from one address. */
export const secretLimit = {
	max: 10,
	timeWindow: '5 minutes',
	keyGenerator: (request: FastifyRequest) => {
		const body = request.body as { username?: unknown } | undefined;
		const name = typeof body?.username === 'string' ? foldUsername(body.username) : '';
		return short(`secret ${request.visitor} ${name}`);
	},
};

/** For trying one's own password while signed in: whoever took a phone may not go on guessing. */
export const ownSecretLimit = {
	max: 10,
	timeWindow: '5 minutes',
	keyGenerator: (request: FastifyRequest) =>
		short(`own secret ${request.principal?.actor ?? request.visitor}`),
};

/** For making codes that open other people's accounts: what a helper needs in a day at a village hall. */
export const codeLimit = { max: 40, timeWindow: '1 day' };

/** What callers send may be long; the table of keys stays small. */
function short(key: string): string {
	return createHash('sha256').update(key).digest('base64url');
}
