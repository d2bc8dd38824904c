import type { Static, TSchema } from 'typebox';
import { splitAddress, type Address, type MethodOf, type ParamValues } from '#schemas/address.ts';
import type { Endpoint, FileReply } from '#schemas/endpoints/endpoint.ts';
import type { Endpoints } from '#schemas/endpoints/index.ts';
import { pathTo } from '#schemas/address.ts';
import * as paths from '#schemas/paths.ts';
import { call, type Fetch, type Refused } from '#lib/call.ts';

/**
 * The API, one method an endpoint: it takes the parameters of the path in their order, then the body of a write, then
 * the query, and gives what the endpoint's schema says for each success. Files are not among them: they are linked to.
 */
export type Api = {
	[Name in keyof Endpoints as Endpoints[Name] extends FileEndpoint ? never : Name]: (
		...given: Given<Endpoints[Name]>
	) => Promise<Success<Endpoints[Name]> | Refused>;
};

type FileEndpoint = { responses: { 200: FileReply } };
type Given<E extends Endpoint> = [...ParamValues<E['address']>, ...BodyOf<E>, ...QueryOf<E>];
type BodyOf<E extends Endpoint> =
	MethodOf<E['address']> extends 'GET' | 'DELETE'
		? []
		: E['body'] extends TSchema
			? Argument<Static<E['body']>>
			: [];
type QueryOf<E extends Endpoint> = E['query'] extends TSchema ? Argument<Static<E['query']>> : [];
/** What may be empty may be left out. */
type Argument<T> = object extends T ? [T?] : [T];
type Success<E extends Endpoint> = {
	[S in keyof E['responses'] & number]: `${S}` extends `2${string}`
		? { ok: true; status: S; data: DataOf<E['responses'][S]> }
		: never;
}[keyof E['responses'] & number];
type DataOf<R> = R extends TSchema ? (Static<R> extends null ? undefined : Static<R>) : never;

const addresses = Object.entries(paths).map(([name, address]: [string, Address]) => {
	const [method, path] = splitAddress(address);
	return { name, address, method, count: path.split(':').length - 1, writes: !/^(GET|DELETE)$/.test(method) };
});

/** On the server give it `event.fetch`. */
export function api(fetch: Fetch): Api {
	const methods = addresses.map(({ name, address, method, count, writes }) => {
		const ask = (...given: unknown[]) => {
			const path = pathTo(address, ...(given.slice(0, count) as []));
			const [first, second] = given.slice(count);
			if (!writes) return call(fetch, { method, path, query: first as object | undefined });
			return call(fetch, { method, path, body: first ?? {}, query: second as object | undefined });
		};
		return [name, ask];
	});
	return Object.fromEntries(methods) as Api;
}
