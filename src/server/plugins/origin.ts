import type { FastifyRequest } from 'fastify';
import { cameFrom } from '#domain/origin.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a browser send (CSRF). Browsers say where a write comes from; programs that
 * are not browsers send no Origin and carry no victim's cookie.
 */
export function originCheck(app: App, publicOrigin: string | null) {
	app.addHook('onRequest', async (request) => {
		if (safe.has(request.method) || request.fromPages) return;
		if (!comesFromHere(request, publicOrigin)) unwrap(fail('bad-origin'));
	});
}

function comesFromHere(request: FastifyRequest, publicOrigin: string | null): boolean {
	const own = `${request.protocol}://${request.host}`;
	return cameFrom(request.headers, publicOrigin ? [publicOrigin, own] : [own]) !== 'elsewhere';
}
