import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiRoot } from '#schemas/address.ts';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';

/** Answers for API addresses that no route has: 405 with `Allow` where another method would do, else 404. */
export function unknownRoute(app: App) {
	const handler = async (request: FastifyRequest, reply: FastifyReply) => {
		const methods = methodsAt(app, request.url.split('?')[0] ?? '');
		// A known address and method that still come here cannot be decoded.
		if (methods.length === 0 || methods.includes(request.method)) return unwrap(fail('not-found'));
		reply.header('allow', methods.join(', '));
		return unwrap(fail('method-not-allowed'));
	};
	app.all(everything, { config: { access: 'public' }, schema: { hide: true } }, handler);
}

const everything = `${apiRoot}/*`;

function methodsAt(app: App, path: string): string[] {
	const matches = (url: string) =>
		new RegExp(`^${url.replaceAll('.', '\\.').replace(/:[^/.\\]+/g, '[^/]+')}$`).test(path);
	return [
		...new Set(
			app.routeTable.filter(({ url }) => !url.includes('*') && matches(url)).map(({ method }) => method),
		),
	];
}
