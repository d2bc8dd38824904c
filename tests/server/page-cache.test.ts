import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageCache } from '#server/plugins/page-cache.ts';

let server: Server;
let origin: string;
let made: number;
let published: string;
/** What the next page says of itself. */
let headers: Record<string, string>;
let status: number;

beforeEach(async () => {
	[made, published, status] = [0, 'one', 200];
	headers = { 'content-type': 'text/html', 'cache-control': 'private, no-cache' };
	const cache = new PageCache(() => published);
	server = createServer((request, response) =>
		cache.answer(request, response, `http://${request.headers.host}`, () => {
			made += 1;
			response.setHeaders(new Map(Object.entries(headers)));
			response.writeHead(status);
			response.write(`page ${made} `);
			response.end(request.url);
		}),
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const get = async (path: string, given: Record<string, string> = {}, method = 'GET') => {
	const reply = await fetch(origin + path, { method, headers: { connection: 'close', ...given } });
	return { status: reply.status, text: await reply.text(), etag: reply.headers.get('etag') ?? '' };
};

describe('a page that is the same for all', () => {
	test.each(['/', '/km', '/courses', '/en/courses/a-b/lessons/c', '/tracks/elderly', '/help/learn'])(
		'%s is made once',
		async (path) => {
			const first = await get(path);
			expect(await get(path)).toMatchObject({ status: 200, text: first.text });
			expect(made).toBe(1);
		},
	);

	test('is not sent again to one who has it', async () => {
		await get('/courses');
		const { etag } = await get('/courses');
		expect(etag).toMatch(/^W\/"/);
		expect(await get('/courses', { 'if-none-match': etag })).toEqual({ status: 304, text: '', etag });
		expect(await get('/courses', {}, 'HEAD')).toEqual({ status: 200, text: '', etag });
		expect(made).toBe(1);
	});

	test('is made anew once something is published', async () => {
		await get('/courses');
		const { etag } = await get('/courses');
		published = 'two';
		expect(await get('/courses', { 'if-none-match': etag })).toMatchObject({
			status: 200,
			text: 'page 2 /courses',
		});
	});

	test.each([
		['language', { cookie: 'locale=km' }],
		['letters', { cookie: 'textSize=large' }],
		['colours', { cookie: 'theme=dark' }],
		['group', { cookie: 'group=elderly' }],
		['compression', { 'accept-encoding': 'br' }],
	])('is another in another %s', async (_what, given) => {
		await get('/courses', { 'accept-encoding': 'identity' });
		await get('/courses', { 'accept-encoding': 'identity', ...given } as Record<string, string>);
		expect(made).toBe(2);
	});
});

describe('nothing is kept', () => {
	test.each<[string, string, Record<string, string>]>([
		['of people', '/certificates/7Q4M-0K2D-9XTR-3', {}],
		['of what was asked with a query', '/courses/a?version=1', {}],
		['of an attempt', '/attempts/0192f0c1-7a55-7cde-8f00-00000000000c', {}],
		['of pages that speak of somebody', '/learn', {}],
		['where there is a session', '/courses', { cookie: 'cung_hoc_session=abc' }],
		['of a part of a page', '/courses', { 'x-part': 'check' }],
		['of strange paths', '/courses/..%2Fapi', {}],
	])('%s', async (_what, path, given) => {
		await get(path, given);
		await get(path, given);
		expect(made).toBe(2);
	});

	test('of forms', async () => {
		await get('/courses', {}, 'POST');
		await get('/courses', {}, 'POST');
		expect(made).toBe(2);
	});

	test.each([
		['that sets a cookie', { 'set-cookie': 'locale=km' }, 200],
		['that must not be kept', { 'cache-control': 'private, no-store' }, 200],
		['that failed', {}, 503],
		['that is not there', {}, 404],
	])('of a page %s', async (_what, more, code) => {
		headers = { ...headers, ...more } as Record<string, string>;
		status = code;
		await get('/courses');
		await get('/courses');
		expect(made).toBe(2);
	});

	test('of a page that was made while something was published', async () => {
		const cache = new PageCache(() => published);
		const inner = createServer((request, response) =>
			cache.answer(request, response, 'x', () => {
				made += 1;
				published = `after ${made}`;
				response.setHeaders(new Map(Object.entries(headers)));
				response.end('old');
			}),
		);
		await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
		const at = `http://127.0.0.1:${(inner.address() as AddressInfo).port}/courses`;
		for (let n = 0; n < 2; n += 1) await (await fetch(at, { headers: { connection: 'close' } })).text();
		expect(made).toBe(2);
		await new Promise((resolve) => inner.close(resolve));
	});
});
