/** The table of endpoints and what the server registers are the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentationPath, openapiPath, pathTo, splitAddress } from '#schemas/address.ts';
import { CheckReport } from '#schemas/finding.ts';
import { failureCodes, problemType } from '#schemas/failures.ts';
import type { Endpoint } from '#schemas/endpoints/endpoint.ts';
import { endpoints } from '#schemas/endpoints/index.ts';
import * as paths from '#schemas/paths.ts';
import { LearningEvent } from '#schemas/progress.ts';
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

interface Node {
	description?: string;
	properties?: Record<string, Node>;
	[keyword: string]: unknown;
}

/** The fields of a schema that say nothing of what they are, as paths; lists, choices and tables are looked into. */
function unsaid(schema: unknown, at: string): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const { properties = {}, ...rest } = schema as Node;
	const fields = Object.entries(properties).flatMap(([name, field]) => [
		...(isSaid(field.description) ? [] : [`${at}/${name}`]),
		...unsaid(field, `${at}/${name}`),
	]);
	const inside = ['items', 'additionalProperties', 'patternProperties', 'anyOf', 'oneOf', 'allOf'].flatMap(
		(keyword) => [rest[keyword]].flat().flatMap((inner) => unsaid(inner, at)),
	);
	return [
		...fields,
		...inside,
		...Object.values(rest.patternProperties ?? {}).flatMap((one) => unsaid(one, at)),
	];
}

/** A sentence, and not the name of the field again. */
function isSaid(description: unknown): boolean {
	return typeof description === 'string' && /^\p{Lu}.*\s.*[.)]$/su.test(description);
}

describe('the OpenAPI document', () => {
	interface Operation {
		summary?: string;
		operationId?: string;
		parameters?: Node[];
		requestBody?: { content: Record<string, { schema: unknown }> };
		responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
	}
	let document: {
		openapi: string;
		paths: Record<string, Record<string, Operation>>;
		components: { schemas: Record<string, unknown> };
	};
	let operations: [string, Operation][];
	beforeAll(async () => {
		document = (await server.anonymous.get('/api/openapi.json')).body;
		operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
			Object.entries(verbs).map(([verb, one]): [string, Operation] => [`${verb} ${path}`, one]),
		);
	});

	it('says in a sentence what each endpoint does, and names it as the client does', () => {
		expect(operations.length).toBe(table.length);
		expect(
			operations.filter(([, { summary }]) => !/\S\s\S/.test(summary ?? '')).map(([name]) => name),
		).toEqual([]);
		expect(operations.map(([, { operationId }]) => operationId).sort()).toEqual(Object.keys(paths).sort());
	});

	it('says in a sentence what each reply is', () => {
		const silent = operations.flatMap(([name, { responses }]) =>
			Object.entries(responses)
				.filter(([, { description }]) => description === 'Default Response' || !isSaid(description))
				.map(([status]) => `${name} ${status}`),
		);
		expect(silent).toEqual([]);
	});

	it('says in a sentence what each parameter and field is', () => {
		const silent = operations.flatMap(([name, { parameters = [], requestBody, responses }]) => [
			...parameters.filter((one) => !isSaid(one.description)).map((one) => `${name} ?${String(one.name)}`),
			...[requestBody, ...Object.values(responses)].flatMap((part) =>
				Object.values(part?.content ?? {}).flatMap(({ schema }) => unsaid(schema, name)),
			),
		]);
		const shared = Object.entries(document.components.schemas).flatMap(([name, one]) => unsaid(one, name));
		const beside = [...unsaid(LearningEvent, 'LearningEvent'), ...unsaid(CheckReport, 'check --json')];
		expect([...new Set([...silent, ...shared, ...beside])]).toEqual([]);
	});

	it('finds a field that says nothing, however deep', () => {
		const field = { type: 'string', description: 'Its name, as people say it.' };
		const mute = { type: 'string', description: 'name' };
		expect(unsaid({ properties: { a: field, b: mute } }, '')).toEqual(['/b']);
		expect(unsaid({ anyOf: [{ items: { properties: { c: {} } } }, { type: 'null' }] }, 'x')).toEqual(['x/c']);
		expect(unsaid({ patternProperties: { '^a': { properties: { d: mute } } } }, 'x')).toEqual(['x/d']);
	});

	it('tells of refusals by one shared schema', () => {
		for (const [name, { responses }] of operations)
			expect(responses['4XX']?.content?.['application/problem+json']?.schema, name).toEqual({
				$ref: '#/components/schemas/Problem',
			});
		expect(document.components.schemas.Problem).toMatchObject({
			properties: { type: { enum: failureCodes.map(problemType) } },
		});
	});
});

describe('a path', () => {
	it('carries its parameters encoded, in order', () => {
		expect(pathTo(paths.saveAnswer, 'a/b', 'c?d')).toBe('/api/attempts/a%2Fb/answers/c%3Fd');
		expect(pathTo(paths.certificatePdf, '7Q4M-0K2D')).toBe('/api/certificates/7Q4M-0K2D.pdf');
		expect(pathTo(paths.courses)).toBe('/api/courses');
		for (const dots of ['.', '..'])
			expect(new URL(pathTo(paths.lesson, 'a', dots), 'http://x').pathname).toMatch(
				/^\/api\/courses\/a\/lessons\/./,
			);
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
