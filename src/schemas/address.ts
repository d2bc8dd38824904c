/**
 * Addresses of the API, written `METHOD /path/:param`. No schema library: browsers make links and calls of them.
 */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Address = `${Method} /${string}`;

export type MethodOf<A extends Address> = A extends `${infer M extends Method} ${string}` ? M : never;
export type PathOf<A extends Address> = A extends `${Method} ${infer P}` ? P : never;

/** Names of the parameters in a path, in their order. A name ends at a slash or a dot. */
export type ParamNames<P extends string> = P extends `${string}:${infer Rest}`
	? [NameAtHead<Rest>, ...ParamNames<Rest>]
	: [];
type NameAtHead<Text extends string> = Text extends `${infer Before}/${string}`
	? NameAtHead<Before>
	: Text extends `${infer Before}.${string}`
		? Before
		: Text;

/** What stands for the parameters of an address, in their order. */
export type ParamValues<A extends Address> = Texts<ParamNames<PathOf<A>>>;
type Texts<Names extends string[]> = { [N in keyof Names]: string };

export const apiRoot = '/api';
/** Pages that make the API's description readable, and the description itself. */
export const documentationPath = `${apiRoot}/docs`;
export const openapiPath = `${apiRoot}/openapi.json`;

export function isOfApi(path: string): boolean {
	return path.startsWith(`${apiRoot}/`);
}

/** `['GET', '/api/courses/:course']` */
export function splitAddress<A extends Address>(address: A): [MethodOf<A>, PathOf<A>] {
	return address.split(' ') as [MethodOf<A>, PathOf<A>];
}

/** The path of an address with its parameters filled in, each encoded. */
export function pathTo<A extends Address>(address: A, ...values: ParamValues<A>): string {
	let next = 0;
	return splitAddress(address)[1].replace(/:\w+/g, () => encoded(values[next++] ?? ''));
}

/** A part of dots alone would lead to another address, however it is encoded; nothing is called as it is written here. */
function encoded(value: string): string {
	return /^\.\.?$/.test(value) ? `${value}~` : encodeURIComponent(value);
}
