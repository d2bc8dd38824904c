import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { documentationPath, openapiPath } from '#schemas/address.ts';
import { Problem } from '#schemas/problem.ts';
import { LearningEvent } from '#schemas/progress.ts';
import { hostSessionCookie, plainSessionCookie } from '#schemas/session.ts';
import type { App } from '../app-types.ts';

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
					'A session is a cookie; writes that a device may repeat carry a UUID made by the client.',
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
	let written: string | undefined;
	app.get(openapiPath, { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
		written ??= JSON.stringify(app.swagger());
		return reply.type('application/json; charset=utf-8').send(written);
	});
	await app.register(swaggerUi, { routePrefix: documentationPath, staticCSP: docsPolicy });
}
