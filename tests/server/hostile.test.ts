/** Requests made to cost much: each is answered briefly, and is not walked to its end. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapiPath, splitAddress } from '#schemas/address.ts';
import { largeBody, type Endpoint } from '#schemas/endpoints/endpoint.ts';
import { endpoints } from '#schemas/endpoints/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
	server = await startServer({ apart: true });
	admin = await server.account({ role: 'admin' });
});
afterAll(() => server.close());

const withBody = Object.entries(endpoints as Record<string, Endpoint>).filter(([, { body }]) => body);
const url = ({ address }: Endpoint) => splitAddress(address)[1].replace(/:\w+/g, 'x');
const send = (endpoint: Endpoint, body: unknown) => {
	const [method] = splitAddress(endpoint.address);
	return admin.call(method, url(endpoint), body);
};

/** As many as fit into the largest body that is taken at all. */
const fill = (part: (n: number) => string, [open, close]: [string, string]) => {
	const parts: string[] = [];
	for (let size = 0, n = 0; size < largeBody - 100; n += 1) size += parts.push(part(n)) && part(n).length + 1;
	return `${open}${parts.join()}${close}`;
};
const ids = fill(() => '"@"', ['[', ']']);
const fields = fill((n) => `"@${n}":1`, ['{', '}']);
const bodies: [string, (names: string[]) => string][] = [
	['a list', () => ids],
	['unknown fields', () => fields],
	['lists in each field', (names) => `{${names.map((name) => `"${name}":["@","@","@"]`).join()}}`],
	[
		'a list in the last field',
		(names) => `{"${names.at(-1)}":${ids.slice(0, -100).replace(/,?[^,]*$/, '')}]}`,
	],
	[
		'fields in the first field',
		(names) => `{"${names[0]}":${fields.slice(0, -100).replace(/,?[^,]*$/, '')}}}`,
	],
];

describe.each(withBody)('%s', (_name, endpoint) => {
	const { properties = {} } = endpoint.body as { properties?: object };
	const names = Object.keys(properties).length > 0 ? Object.keys(properties) : ['x'];
	it.each(bodies)('answers %s of sixty thousand mistakes with ten at most', async (_what, make) => {
		const { status, raw, body } = await send(endpoint, make(names));
		// Events are judged one by one, in an answer that is all right. A list of words is right where one is wanted: of what
		// is not there.
		expect([200, 400, 404, 413]).toContain(status);
		expect(raw.length).toBeLessThan(4096);
		expect(body.errors?.length ?? 0).toBeLessThanOrEqual(10);
	});

	it('limits every list and table before it looks into it', () => {
		expect(boundless(endpoint.body, '')).toEqual([]);
	});

	it('takes no more than it needs', async () => {
		const most = endpoint.bodyLimit ?? 16 * 1024;
		const { status } = await send(endpoint, JSON.stringify({ x: 'a'.repeat(most) }));
		expect(status).toBe(413);
	});
});

/** Where a schema takes a list or a table of any length. */
function boundless(schema: unknown, at: string): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const { type, maxItems, maxProperties, patternProperties } = schema as Record<string, unknown>;
	const own =
		(type === 'array' && maxItems === undefined) || (patternProperties && maxProperties === undefined)
			? [at]
			: [];
	return [...own, ...Object.entries(schema).flatMap(([name, inner]) => boundless(inner, `${at}/${name}`))];
}

describe('what a person filled in', () => {
	it('is told all that is wrong with it', async () => {
		const { status, body } = await server.anonymous.post('/api/accounts', { username: '', password: 'x' });
		expect(status).toBe(400);
		expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
			expect.arrayContaining(['/displayName', '/username', '/password']),
		);
	});
});

describe('the description of the API', () => {
	it('is made once, and sent again only when it changed', async () => {
		const headers = { 'accept-encoding': 'gzip, br' };
		const packed = await server.app.inject({ url: openapiPath, headers });
		expect(packed.headers['content-encoding']).toBe('gzip');
		const plain = await server.anonymous.get(openapiPath);
		expect(gunzipSync(packed.rawPayload).equals(plain.raw)).toBe(true);
		const tag = String(plain.headers.etag);
		const again = await server.anonymous.get(openapiPath, { 'if-none-match': tag });
		expect([again.status, again.raw.length]).toEqual([304, 0]);
		expect((await server.anonymous.get(openapiPath, { 'if-none-match': '"x"' })).status).toBe(200);
	});
});
