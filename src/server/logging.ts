import type { FastifyServerOptions } from 'fastify';

/**
 * Request ids, routes and times; no secret and no personal data. The address is logged without its query, since a
 * query may hold what somebody typed, and without serials or ids of people.
 */
export function loggerOptions(level: string): FastifyServerOptions['logger'] {
	return {
		level,
		serializers: {
			req: (request) => ({ method: request.method, route: request.routeOptions?.url }),
			res: (reply) => ({ status: reply.statusCode }),
			err: (error: Error & { code?: string }) => ({
				type: error.name,
				message: error.code ?? '',
				stack: stackOnly(error),
			}),
		},
	};
}

/** A database error's message repeats the values of the statement; the places in our code do not. */
function stackOnly({ stack = '', message }: Error): string {
	const said = stack.indexOf(message);
	return stack
		.slice(said < 0 ? 0 : said + message.length)
		.split('\n')
		.filter((line) => line.trim().startsWith('at '))
		.slice(0, 12)
		.join('\n');
}
