import type { FastifyRequest } from 'fastify';
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
	const { origin, 'sec-fetch-site': site } = request.headers;
	if (site && site !== 'same-origin' && site !== 'none') return false;
	if (origin === undefined) return true;
	return origin === publicOrigin || origin === `${request.protocol}://${request.host}`;
}
