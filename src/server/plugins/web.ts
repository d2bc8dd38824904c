import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';
import type { FastifyRequest } from 'fastify';
import { confirmedOrigin } from '#domain/origin.ts';
import inject from 'light-my-request';
import { constants } from 'node:zlib';
import type { App } from '../app-types.ts';
import { ownAddresses } from '../own-addresses.ts';
import { comesByHttps, strictTransport } from './https.ts';
import { leavingSignal } from './leaving.ts';
import { OwnPages } from './own-pages.ts';
import { PageCache } from './page-cache.ts';

export type PagesHandler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/**
 * How the pages of this process reach its API: through all the same hooks, and without a socket. It travels with the
 * request that they are given.
 */
function inProcess(app: App): NonNullable<IncomingMessage['askApi']> {
	return async ({ method, url, headers, body, leaving }) => {
		const payload = body === null ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) };
		// Not `app.inject`, which refuses while the server is stopping: pages on their way are finished first.
		const reply = await inject(
			(req, res) => app.routing(Object.assign(req, { leaving }) as never, res as never),
			{
				method: method as 'GET',
				url,
				headers,
				...payload,
			},
		);
		return { status: reply.statusCode, headers: reply.headers, body: reply.payload };
	};
}

/**
 * Hands every address that is not the API's to the pages. Bodies are left unread for them; replies are taken off
 * Fastify's hands, so compression is done here.
 */
export function web(
	app: App,
	handler: PagesHandler,
	{ secret, publicOrigin }: { secret: string; publicOrigin: string | null },
) {
	const [compressPage, compressFile] = [4, 6].map((quality) =>
		compression({
			brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
		} as compression.CompressionOptions),
	) as [ReturnType<typeof compression>, ReturnType<typeof compression>];
	const inFlight = new Set<Promise<void>>();
	const askApi = inProcess(app);
	const pageCache = new PageCache(() => app.catalog.state);
	const ownPages = new OwnPages();
	// A page asks the API of this same server, which must go on listening until the page is finished.
	app.addHook('preClose', async () => void (await Promise.all(inFlight)));
	app.register(async (pages) => {
		pages.removeAllContentTypeParsers();
		pages.addContentTypeParser('*', (_request, _payload, done) => done(null));
		pages.route({
			method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
			url: '/*',
			config: { access: 'public' },
			schema: { hide: true },
			handler: (request, reply) => {
				reply.hijack();
				const finished = new Promise<void>((resolve) => reply.raw.once('close', resolve));
				inFlight.add(finished);
				void finished.then(() => inFlight.delete(finished));
				const leaving = request.method === 'POST' ? leavingSignal(reply.raw) : undefined;
				// Whoever keeps it keeps all that it shows: a new one must never wait for a cache.
				if (request.url === '/service-worker.js') reply.raw.setHeader('cache-control', 'no-cache');
				const raw = Object.assign(request.raw, {
					askApi: (asked: Parameters<typeof askApi>[0]) => askApi({ ...asked, leaving }),
				});
				reply.raw.setHeader('x-content-type-options', 'nosniff');
				// Addresses of attempts and certificates are told to nobody else; forms keep their origin.
				reply.raw.setHeader('referrer-policy', 'same-origin');
				if (comesByHttps(request, publicOrigin))
					reply.raw.setHeader('strict-transport-security', strictTransport);
				// adapter-node believes this header, so it is ours to set.
				raw.headers['x-forwarded-proto'] = request.protocol;
				raw.headers['x-forwarded-host'] = request.host;
				raw.headers['x-forwarded-for'] = request.ip;
				const origin = `${request.protocol}://${request.host}`;
				raw.site = confirmedOrigin(origin, publicOrigin, ownAddresses);
				const ask = (url: string) =>
					askApi({ method: 'GET', url, headers: onBehalfOf(request, secret), body: null });
				// A browser fetches such a file once and for all: it may take longer, and weighs less.
				const compress = request.url.startsWith('/_app/immutable/') ? compressFile : compressPage;
				const make = () => handler(raw, reply.raw, () => notFound(reply.raw));
				pageCache.answer(raw, reply.raw, origin, () =>
					compress(
						raw as never,
						reply.raw as never,
						() => void ownPages.answer(raw, reply.raw, { origin, ask }, make),
					),
				);
			},
		});
	});
}

/** As the pages themselves ask for who sent this (`hooks.server.ts`). */
function onBehalfOf({ headers, ip, protocol, host }: FastifyRequest, secret: string): Record<string, string> {
	return {
		'x-internal': secret,
		'x-visitor-address': ip,
		'x-visitor-agent': headers['user-agent'] ?? '',
		'x-visitor-proto': protocol,
		'x-visitor-host': host,
		cookie: headers.cookie ?? '',
	};
}

function notFound(response: ServerResponse) {
	response.statusCode = 404;
	response.end();
}
