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
			err: (error: Failed) => ({
				type: error.name,
				message: told(error),
				stack: stackOnly(error),
			}),
		},
	};
}

interface Failed extends Error {
	code?: string;
	/** Of what the embedded database throws when a file cannot be written: no Error, and without words. */
	errno?: number;
	cause?: unknown;
}

/** What broke, without what somebody typed: a statement's error repeats values, one of JSON the text. */
function told(error: Failed): string {
	for (
		let each: Partial<Failed> | undefined = error;
		each;
		each = each.cause as Partial<Failed> | undefined
	) {
		if (each.code !== undefined) return String(each.code);
		if (each.errno !== undefined) return `errno ${each.errno}`;
	}
	const mayRepeat = error instanceof SyntaxError || 'query' in error || error.message === undefined;
	return mayRepeat ? '' : (error.message.split('\n')[0] ?? '').slice(0, 300);
}

/** A database error's message repeats the values of the statement; the places in our code do not. */
function stackOnly({ stack = '', message = '' }: Error): string {
	const said = stack.indexOf(message);
	return stack
		.slice(said < 0 ? 0 : said + message.length)
		.split('\n')
		.filter((line) => line.trim().startsWith('at '))
		.slice(0, 12)
		.join('\n');
}
