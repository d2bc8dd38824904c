import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { documentationPath, openapiPath } from '#schemas/address.ts';
import { Problem } from '#schemas/problem.ts';
import { LearningEvent } from '#schemas/progress.ts';
import { hostSessionCookie, plainSessionCookie } from '#schemas/session.ts';
import { visitor, whoseHeader } from '#schemas/whose.ts';
import type { App } from '../app-types.ts';
import { namesTag } from '../courses/range.ts';

/** The library's own policy would send a browser to https, which a village hall's server does not speak. */
const docsPolicy = {
	'default-src': ["'self'"],
	'script-src': ["'self'"],
	'img-src': ["'self'", 'data:'],
	'style-src': ["'self'", "'unsafe-inline'"],
};

/** OpenAPI 3.1, made of the routes at the first asking, and pages to read it. Must be registered before the routes. */
export async function openapi(app: App, version: string) {
	await app.register(swagger, {
		openapi: {
			openapi: '3.1.0',
			info: {
				title: 'Cùng Học',
				version,
				description:
					'Courses, quizzes, progress and certificates. Errors are application/problem+json (RFC 9457). ' +
					'A session is a cookie; writes that a device may repeat carry a UUID made by the client. ' +
					`A write with the header \`${whoseHeader}\`, the id of a learner, is refused by 409 in anybody else's session; one with \`${visitor}\`, in that of an account.`,
				license: { name: 'Apache-2.0' },
			},
			components: {
				// Events are judged one by one, so that no body is held to their shape as a whole.
				schemas: { LearningEvent: LearningEvent as object },
				securitySchemes: {
					session: {
						type: 'apiKey',
						in: 'cookie',
						name: plainSessionCookie,
						description: `Where the server is reached by https: \`${hostSessionCookie}\`.`,
					},
				},
			},
		},
		// Schemas that are shared stand under their own names.
		refResolver: { buildLocalReference: (schema, _base, _fragment, n) => String(schema.$id ?? `def-${n}`) },
	});
	app.addSchema({ $id: 'Problem', ...Problem });
	documentRoute(app);
	await app.register(async (docs) => {
		// Its own copies would be made anew, and sent uncompressed, each time.
		docs.addHook('onRequest', async ({ url }, reply) => {
			if (/\/(json|yaml)(\?|$)/.test(url)) return reply.redirect(openapiPath, 302);
		});
		await docs.register(swaggerUi, { routePrefix: documentationPath, staticCSP: docsPolicy });
	});
}

/** The document is made, and compressed, once. */
function documentRoute(app: App) {
	let made: { tag: string; plain: Buffer; gzip: Buffer } | undefined;
	const make = () => {
		const plain = Buffer.from(JSON.stringify(app.swagger()));
		return {
			tag: `"${createHash('sha256').update(plain).digest('base64url')}"`,
			plain,
			gzip: gzipSync(plain),
		};
	};
	app.get(
		openapiPath,
		{ config: { access: 'public' }, schema: { hide: true } },
		async ({ headers }, reply) => {
			const { tag, plain, gzip } = (made ??= make());
			reply.headers({ etag: tag, vary: 'accept-encoding', 'cache-control': 'no-cache' });
			if (namesTag(headers['if-none-match'], tag)) return reply.code(304).send();
			reply.type('application/json; charset=utf-8');
			if (!/\bgzip\b/.test(headers['accept-encoding'] ?? '')) return reply.send(plain);
			return reply.header('content-encoding', 'gzip').send(gzip);
		},
	);
}
