/** Forms are taken from pages of ours alone, however our address is written, and a refusal is a page of ours. */
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { APIRequestContext } from '@playwright/test';
import { localise } from '#lib/locale.ts';
import { messagesFor } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import { expect, test } from './fixtures.ts';
import { newUsername, password } from './people.ts';
import { startServer, type OwnServer } from './server.ts';

type Headers = Record<string, string>;
/** Refused by the page itself, once it is taken: nobody has this name. */
const form = () => ({ username: newUsername(), password });
const send = (request: APIRequestContext, at: string, headers: Headers) =>
	request.post(`${at}/sign-in`, { headers: { accept: 'text/html', ...headers }, form: form() });

test.describe('the address that the browser is at', () => {
	const taken: [string, (origin: string) => Headers][] = [
		['Origin', (origin) => ({ origin })],
		['Referer alone', (origin) => ({ referer: `${origin}/sign-in` })],
		['Sec-Fetch-Site alone', () => ({ 'sec-fetch-site': 'same-origin' })],
	];
	for (const [name, headers] of taken)
		test(`is known by ${name}`, async ({ request, origin }) => {
			expect((await send(request, origin, headers(origin))).status()).toBe(401);
		});

	const refused: [string, (origin: string) => Headers][] = [
		['another origin', () => ({ origin: 'https://xau.example' })],
		['a sandboxed frame', () => ({ origin: 'null' })],
		['another port', (origin) => ({ origin: origin.replace(/\d+$/, '1') })],
		['another page', () => ({ referer: 'https://xau.example/' })],
		['another site, as the browser says', (origin) => ({ origin, 'sec-fetch-site': 'cross-site' })],
		['a neighbour', (origin) => ({ origin, 'sec-fetch-site': 'same-site' })],
		['nobody knows where', () => ({})],
	];
	for (const [name, headers] of refused)
		test(`is not ${name}`, async ({ request, origin }) => {
			const reply = await send(request, origin, headers(origin));
			expect(reply.status()).toBe(403);
			expect(reply.headers()['cache-control']).toBe('no-store');
		});

	for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/json', ''])
		test(`counts for ${type || 'a body of no type'}, and for every method that writes`, async ({
			request,
			origin,
		}) => {
			const headers = {
				accept: 'text/html',
				origin: 'https://xau.example',
				...(type && { 'content-type': type }),
			};
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				const reply = await request.fetch(`${origin}/settings?/save`, {
					method,
					headers,
					data: 'theme=dark',
				});
				expect(reply.status(), method).toBe(403);
				expect(reply.headers()['set-cookie']).toBeUndefined();
			}
		});
});

for (const locale of locales)
	test(`a form of another site is refused by a page of ours (${locale})`, async ({ page, watch, origin }) => {
		watch.hosts.push('xau.example');
		const { elsewhere, again } = messagesFor(locale).refused;
		await page.route('https://xau.example/', (route) =>
			route.fulfill({
				contentType: 'text/html',
				body: `<form method="post" action="${origin}${localise(locale, '/settings')}?/save"><button>x</button></form>`,
			}),
		);
		await page.context().addCookies([{ name: 'locale', value: locale, url: origin }]);
		await page.goto('https://xau.example/', { waitUntil: 'commit' });
		const reply = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('button').click();
		expect((await reply).status()).toBe(403);
		await expect(page.getByRole('heading', { level: 1, name: elsewhere.title })).toBeVisible();
		await page.locator('main').getByRole('link', { name: again }).click();
		await expect(page).toHaveURL(new RegExp(`${localise(locale, '/settings')}$`));
	});

async function freePort(): Promise<string> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return String(port);
}

const idn = 'https://học.example';
const servers: [string, Headers, Headers, Headers][] = [
	[
		'ORIGIN in capitals, with :443',
		{ ORIGIN: 'HTTPS://HOC.Example:443' },
		{ origin: 'https://hoc.example' },
		{},
	],
	['ORIGIN with marks', { ORIGIN: idn }, { origin: new URL(idn).origin }, {}],
	[
		'a proxy that names the port',
		{ TRUST_PROXY: 'loopback' },
		{ origin: 'https://hoc.example' },
		{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'hoc.example:443' },
	],
];
for (const [name, env, here, proxied] of servers)
	test.describe(name, () => {
		let server: OwnServer;
		test.beforeAll(async () => {
			server = await startServer({ ...env, PORT: await freePort() });
		});
		test.afterAll(() => server.close());

		test('pages and API take what comes from there, and from nowhere else', async ({ request }) => {
			const at = `http://127.0.0.1:${server.port}`;
			const api = (headers: Headers) =>
				request.post(`${at}/api/session`, { headers: { ...proxied, ...headers }, data: form() });
			expect((await send(request, at, { ...proxied, ...here })).status()).toBe(401);
			expect((await api(here)).status()).toBe(401);
			for (const origin of ['https://hoc.example.xau', 'http://hoc.example', 'https://hoc.example:8443']) {
				expect((await send(request, at, { ...proxied, origin })).status(), origin).toBe(403);
				expect((await api({ origin })).status(), origin).toBe(403);
			}
		});
	});
