/** What answers carry beside their body, and what they never tell. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseMedia } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';
import { completeCourse, course } from './learning.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const protective = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'SAMEORIGIN',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-dns-prefetch-control': 'off',
};

describe('answers of the API', () => {
	it.each([
		['what is there', 'GET', '/api/courses', 200],
		['what is not', 'GET', '/api/khong-co', 404],
		['who is not signed in', 'GET', '/api/me', 401],
		['a bad request', 'POST', '/api/guests', 400],
		['another method', 'DELETE', '/api/courses', 405],
		['health', 'GET', '/health', 200],
	])('are protected for %s', async (_name, method, url, status) => {
		const answer = await server.anonymous.call(method as 'GET', url, method === 'POST' ? {} : undefined);
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject(protective);
		const policy = String(answer.headers['content-security-policy']);
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(answer.headers['content-disposition']).toBe('attachment; filename="api.json"');
		expect(answer.headers).not.toHaveProperty('x-powered-by');
		expect(answer.headers).not.toHaveProperty('server');
		expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
	});

	it('do not force https on a server of a village hall', async () => {
		expect((await server.anonymous.get('/api/courses')).headers).not.toHaveProperty(
			'strict-transport-security',
		);
	});

	it('of media run nothing and may be kept for ever', async () => {
		const [media] = await server.db.select().from(courseMedia);
		const answer = await server.anonymous.get(`/api/media/${media!.hash}/khoa.svg`);
		expect(answer.headers['content-type']).toContain('image/svg+xml');
		expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
		expect(answer.headers['x-content-type-options']).toBe('nosniff');
		expect(answer.headers['cache-control']).toContain('immutable');
	});

	it('about certificates are in no index and in no cache', async () => {
		const owner = await server.guest();
		await owner.patch('/api/me', { displayName: 'Người Giữ' });
		await completeCourse(owner);
		await server.vouch(owner);
		const { serial } = (await owner.post('/api/certificates', { course })).body;
		for (const url of [`/api/certificates/${serial}`, `/api/certificates/${serial}.pdf`])
			expect((await server.anonymous.get(url)).headers).toMatchObject({
				'x-robots-tag': expect.stringContaining('noindex'),
				'cache-control': 'no-store',
			});
	});
});

describe('by https', () => {
	let secure: TestServer;
	beforeAll(async () => {
		secure = await startServer({ origin: 'https://hoc.example' });
	});
	afterAll(() => secure.close());

	it('browsers are told to come by https again, on every answer', async () => {
		for (const url of ['/api/courses', '/api/me', '/health'])
			expect((await secure.anonymous.get(url)).headers['strict-transport-security']).toBe('max-age=31536000');
	});

	it('the cookie has a name that no other host and no http page can set', async () => {
		const { headers } = await secure.client().post('/api/guests', { locale: 'vi' });
		const [cookie] = [headers['set-cookie']].flat().map(String);
		expect(cookie).toMatch(/^__Host-cung_hoc_session=[a-z0-9]{20,}; /);
		expect(cookie).toMatch(/; Path=\/(;|$)/);
		expect(cookie).toMatch(/; Secure/);
		expect(cookie).not.toMatch(/Domain=/);
	});

	it('a session that began under the earlier name goes on under the new one', async () => {
		const guest = await secure.guest();
		const id = /=([^;]+)/.exec(guest.cookie)![1]!;
		const earlier = await secure.client({ cookie: `cung_hoc_session=${id}` }).get('/api/me');
		expect(earlier.body.id).toBe(guest.me!.id);
		const [moved, ended, ...others] = [earlier.headers['set-cookie']].flat().map(String);
		expect(moved).toMatch(new RegExp(`^__Host-cung_hoc_session=${id}; .*Expires=`));
		expect(ended).toMatch(/^cung_hoc_session=; .*Expires=Thu, 01 Jan 1970/);
		expect(others).toEqual([]);
		const after = await secure.client({ cookie: `__Host-cung_hoc_session=${id}` }).get('/api/me');
		expect(after.body.id).toBe(guest.me!.id);
		expect(after.headers).not.toHaveProperty('set-cookie');
	});

	it('of two cookies the one that cannot be forged counts', async () => {
		const [one, other] = [await secure.guest(), await secure.guest()];
		const id = /=([^;]+)/.exec(other.cookie)![1]!;
		const cookie = `cung_hoc_session=${id}; ${one.cookie}`;
		expect((await secure.client({ cookie }).get('/api/me')).body.id).toBe(one.me!.id);
	});

	it('signing out ends both', async () => {
		const guest = await secure.guest();
		const id = /=([^;]+)/.exec(guest.cookie)![1]!;
		const left = await secure.client({ cookie: `cung_hoc_session=${id}` }).delete('/api/session');
		const cookies = [left.headers['set-cookie']].flat().map(String);
		expect(cookies.filter((each) => /^__Host-cung_hoc_session=;/.test(each))).toHaveLength(1);
		expect(cookies.filter((each) => /^cung_hoc_session=;/.test(each)).length).toBeGreaterThan(0);
		expect(cookies.at(-2)).toMatch(/^__Host-cung_hoc_session=;/);
	});
});

describe('what somebody signed in is told', () => {
	it('is kept in no cache', async () => {
		const guest = await server.guest();
		for (const url of ['/api/me', '/api/progress', '/api/attempts', '/api/courses', '/api/certificates'])
			expect((await guest.get(url)).headers['cache-control'], url).toBe('no-store');
	});

	it('leaves the cache when they sign out', async () => {
		const guest = await server.guest();
		expect((await guest.delete('/api/session')).headers['clear-site-data']).toBe('"cache"');
	});
});

describe('cookies', () => {
	it('are for the server alone, and for this site', async () => {
		const { headers } = await server.client().post('/api/guests', { locale: 'vi' });
		const cookie = String(headers['set-cookie']);
		expect(cookie).toMatch(/; HttpOnly/);
		expect(cookie).toMatch(/; SameSite=Lax/);
		expect(cookie).toMatch(/; Path=\//);
	});
});

describe('refusals', () => {
	it('never tell where in the code', async () => {
		const guest = await server.guest();
		const answers = await Promise.all([
			guest.post('/api/attempts', '{"course":'),
			guest.post('/api/attempts', { course: 1 }),
			guest.post('/api/attempts', 'x'.repeat(300_000)),
			guest.get('/api/courses/%E0%A4%A'),
			guest.get('/api/attempts/khong-phai'),
			guest.get('/api/docs/static/khong-co.js'),
			guest.get('/ngoai'),
			guest.get(`/api/certificates/${'x'.repeat(300)}`),
		]);
		for (const { status, body, headers } of answers) {
			expect([400, 404, 413]).toContain(status);
			expect(String(headers['content-type'])).toContain('application/problem+json');
			expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts|at |FST_|Error:/);
		}
	});
});

describe('the documentation', () => {
	it('is a page with its own policy, and all that it loads is there', async () => {
		const page = await server.anonymous.get('/api/docs/');
		expect(page.status).toBe(200);
		expect(page.headers['content-type']).toContain('text/html');
		const policy = String(page.headers['content-security-policy']);
		expect(policy).toContain("script-src 'self'");
		expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
		const loaded = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
		expect(loaded.length).toBeGreaterThan(3);
		for (const name of loaded) {
			const url = new URL(name, 'http://localhost/api/docs/');
			expect(url.host).toBe('localhost');
			expect((await server.anonymous.get(url.pathname)).status, url.pathname).toBe(200);
		}
	});

	it('runs no script that its policy forbids', async () => {
		const page = String((await server.anonymous.get('/api/docs/')).body);
		expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
	});

	it('reads a valid OpenAPI 3.1 document', async () => {
		const { status, body } = await server.anonymous.get('/api/openapi.json');
		expect(status).toBe(200);
		expect(body.openapi).toBe('3.1.0');
		for (const copy of ['/api/docs/json', '/api/docs/yaml'])
			expect((await server.anonymous.get(copy)).headers.location).toBe('/api/openapi.json');
		for (const [path, verbs] of Object.entries<Record<string, any>>(body.paths))
			for (const [verb, one] of Object.entries(verbs)) {
				const problem = one.responses['4XX'];
				if (path !== '/health') expect(problem, `${verb} ${path}`).toBeDefined();
				const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
				const given = (one.parameters ?? []).filter((each: { in: string }) => each.in === 'path');
				expect(given.map((each: { name: string }) => each.name).sort()).toEqual(named.sort());
			}
	});
});

it.each(['/courses/%E0%A4%A', '/%', '/km/certificates/%ff'])(
	'an address that is none leads people to a page: %s',
	async (url) => {
		const page = await server.anonymous.get(url, { accept: 'text/html,*/*' });
		expect([page.status, page.headers.location]).toEqual([302, '/404']);
		const other = await server.anonymous.get(url);
		expect(other.status).toBeGreaterThanOrEqual(400);
	},
);
