import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
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
	return `${request.visitor} ${request.headers['user-agent'] ?? ''}`;
}

/** For routes that try a secret: few tries for one user name from one address. */
export const secretLimit = {
	max: 10,
	timeWindow: '5 minutes',
	keyGenerator: (request: FastifyRequest) => {
		const body = request.body as { username?: unknown } | undefined;
		const name = typeof body?.username === 'string' ? body.username.normalize('NFC').toLowerCase() : '';
		return `secret ${request.visitor} ${name}`;
	},
};
