/** The table of endpoints and what the server registers are the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentationPath, openapiPath, pathTo, splitAddress } from '#schemas/address.ts';
import type { Endpoint } from '#schemas/endpoints/endpoint.ts';
import { endpoints } from '#schemas/endpoints/index.ts';
import * as paths from '#schemas/paths.ts';
import { serve } from '#server/serve.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const table: [string, Endpoint][] = Object.entries(endpoints);

describe('the table of endpoints', () => {
	it('is what the server registers, with the same access', () => {
		const registered = server.app.routeTable
			.filter(({ url }) => url.startsWith('/api/') || url === '/health')
			// A HEAD comes with each GET; the catch-all and the documentation are nobody's endpoint.
			.filter(({ method, url }) => method !== 'HEAD' && url !== '/api/*' && url !== openapiPath)
			.filter(({ url }) => !url.startsWith(documentationPath))
			.map(({ method, url, access }) => [`${method} ${url}`, access]);
		expect(registered.length).toBeGreaterThan(30);
		const written = table.map(([, { address, access }]) => [address, access]);
		expect(registered.sort()).toEqual(written.sort());
	});

	it('has each address once', () => {
		const addresses = Object.values(paths);
		expect(new Set(addresses).size).toBe(addresses.length);
	});

	it.each(table)('%s describes the parameters of its path, all or none', (_name, { address, params }) => {
		const inPath = [...splitAddress(address)[1].matchAll(/:(\w+)/g)].map(([, name]) => name);
		expect(Object.keys(params?.properties ?? {})).toEqual(inPath);
	});

	it.each(table)('%s has a body only where there is one', (_name, { address, body }) => {
		if (body) expect(address).toMatch(/^(POST|PUT|PATCH) /);
	});
});

describe('a path', () => {
	it('carries its parameters encoded, in order', () => {
		expect(pathTo(paths.saveAnswer, 'a/b', 'c?d')).toBe('/api/attempts/a%2Fb/answers/c%3Fd');
		expect(pathTo(paths.certificatePdf, '7Q4M-0K2D')).toBe('/api/certificates/7Q4M-0K2D.pdf');
		expect(pathTo(paths.courses)).toBe('/api/courses');
	});

	it('needs each of them', () => {
		// @ts-expect-error: a parameter is missing.
		expect(pathTo(paths.saveAnswer, 'a')).toBe('/api/attempts/a/answers/');
	});
});

describe('a handler', () => {
	it('is held to the schemas of its endpoint', () => {
		const never = () => {
			serve(server.app, endpoints.me, async (request) => {
				// @ts-expect-error: there is no body to read.
				return request.body.username;
			});
			// @ts-expect-error: what is sent has to be of the response's shape.
			serve(server.app, endpoints.courses, async () => ({ courses: 'none' }));
			serve(server.app, endpoints.createGuest, async (request, reply) => {
				const locale: string = request.body.locale;
				// @ts-expect-error: the status is not among the responses.
				return reply.code(200).send(locale);
			});
		};
		expect(never).toBeTypeOf('function');
	});
});
