import type {
	FastifyRequest,
	RawReplyDefaultExpression,
	RawRequestDefaultExpression,
	RawServerDefault,
	RouteHandlerMethod,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import { splitAddress } from '#schemas/address.ts';
import type { Endpoint, FileReply } from '#schemas/endpoints/endpoint.ts';
import * as paths from '#schemas/paths.ts';
import type { App } from './app-types.ts';
import { unwrap } from './failure.ts';
import type { LimitsOf } from './plugins/rate-limits.ts';

/** What a handler is given and has to send, by the endpoint's schemas. */
interface Wire<E extends Endpoint> {
	Params: E['params'] extends TSchema ? Static<E['params']> : Record<string, string>;
	Querystring: E['query'] extends TSchema ? Static<E['query']> : unknown;
	Body: E['body'] extends TSchema ? Static<E['body']> : unknown;
	Reply: { [S in keyof E['responses']]: Sent<E['responses'][S]> };
}
/** A file is sent as it is; where the body is empty, nothing is. */
type Sent<R> = R extends FileReply
	? unknown
	: R extends TSchema
		? Static<R> extends null
			? undefined
			: Static<R>
		: never;
export type Handler<E extends Endpoint> = RouteHandlerMethod<
	RawServerDefault,
	RawRequestDefaultExpression,
	RawReplyDefaultExpression,
	Wire<E>
>;

interface Limited {
	/** Limits of its own beside the usual one, or none at all. */
	rateLimit?: LimitsOf | false;
}

/** Any endpoint may refuse, and any may fail; the one schema is shared (`plugins/openapi.ts`). */
const problem = {
	content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
};
const refusals = {
	'4xx': { description: 'Refused: the request has to be another.', ...problem },
	'5xx': { description: 'Failed: the same request may be sent again later.', ...problem },
};

/** The documentation names an endpoint as the typed client does. */
const names = new Map(Object.entries(paths).map(([name, address]: [string, string]) => [address, name]));

/** Registers an endpoint of the API with what answers it. */
export function serve<E extends Endpoint>(
	app: App,
	endpoint: E,
	handler: Handler<E>,
	{ rateLimit }: Limited = {},
): void {
	const { access, tag, summary, description, params, query, body, bodyLimit, responses } = endpoint;
	const [method, url] = splitAddress(endpoint.address);
	app.route({
		method,
		url,
		...(bodyLimit && { bodyLimit }),
		config: { access, ...(rateLimit === false && { rateLimit }) },
		...(rateLimit && { preHandler: keepsTo(app, rateLimit) }),
		schema: {
			operationId: names.get(endpoint.address),
			tags: [tag],
			summary,
			...(description && { description }),
			...(params && { params }),
			...(query && { querystring: query }),
			...(body && { body }),
			response: { ...responses, ...refusals },
		},
		handler: handler as never,
	});
}

function keepsTo(app: App, limitsOf: LimitsOf) {
	return async (request: FastifyRequest) => {
		unwrap(await app.limits.take(limitsOf(request)));
	};
}
