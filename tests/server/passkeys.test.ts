/** Passkeys: added by who signs in by two steps, and signing in without password and code. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, passkey } from '#server/db/tables/index.ts';
import { Authenticator } from './authenticator.ts';
import { startServer, type Client, type TestServer } from './harness.ts';
import { addPasskey, challenge, password, twoSteps } from './two-steps.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

const problem = (code: string) => `urn:cung-hoc:problem:${code}`;
const optionsFor = (one: Client) => challenge(one, '/api/me/passkeys/options', { password });
const add = (one: Client, credential: string, cookie: string) => addPasskey(one, { credential, cookie });

async function holder(device = new Authenticator()) {
	const made = await twoSteps(server);
	const { options, cookie } = await optionsFor(made.one);
	const added = await add(made.one, device.create(options), cookie);
	expect(added.status).toBe(201);
	return { ...made, device, id: added.body.id as string };
}

async function signIn(device: Authenticator, change: (credential: string) => string = (same) => same) {
	const browser = server.client();
	const { options, cookie } = await challenge(browser, '/api/session/passkey/options');
	const body = { credential: change(device.get(options)) };
	const reply = await browser.call('POST', '/api/session/passkey', body, { cookie });
	return { browser, reply, body, cookie, options };
}
const kinds = async (one: Client) =>
	(await server.db.select().from(audit).where(eq(audit.learnerId, one.me!.id))).map(({ action }) => action);

describe('a passkey', () => {
	it('signs in without password and code, again and again', async () => {
		const { one, device } = await holder();
		for (let n = 0; n < 3; n++) {
			const { browser, reply } = await signIn(device);
			expect(reply.status).toBe(200);
			expect(reply.body.id).toBe(one.me!.id);
			expect((await browser.get('/api/me')).body).toMatchObject({ id: one.me!.id, secondStep: 'on' });
		}
		const { body } = await one.get('/api/me/passkeys');
		expect(body.passkeys).toEqual([expect.objectContaining({ used: expect.any(String) })]);
		expect(await kinds(one)).toEqual(expect.arrayContaining(['passkey.add', 'session.start']));
	});

	it('signs in on a shared phone, where the session ends by itself', async () => {
		const { device } = await holder();
		const browser = server.client();
		const { options, cookie } = await challenge(browser, '/api/session/passkey/options');
		const body = { credential: device.get(options), shared: true };
		const { headers } = await browser.call('POST', '/api/session/passkey', body, { cookie });
		expect(String(headers['set-cookie'])).toMatch(/session=shared-/);
	});

	it('signs in once by one answer, however often it is sent', async () => {
		const { device } = await holder();
		const { body, cookie } = await signIn(device);
		const again = await Promise.all(
			[1, 2].map(() => server.client().call('POST', '/api/session/passkey', body, { cookie })),
		);
		expect(again.map(({ status }) => status)).toEqual([403, 403]);
	});

	it('of two answers to one question at the same time one signs in', async () => {
		const { device } = await holder();
		const { options, cookie } = await challenge(server.client(), '/api/session/passkey/options');
		const replies = await Promise.all(
			[device.get(options), device.get(options)].map((credential) =>
				server.client().call('POST', '/api/session/passkey', { credential }, { cookie }),
			),
		);
		expect(replies.map(({ status }) => status).sort()).toEqual([200, 403]);
	});

	it.each<[string, (device: Authenticator, options: string) => string]>([
		['was not unlocked', (device, options) => device.get(options, { isUnlocked: false })],
		['answers on another site', (device, options) => device.get(options, { origin: 'https://evil.example' })],
		['is bound to another site', (device, options) => device.get(options, { site: 'evil.example' })],
		['answers another question', (device, options) => device.get(options, { challenge: 'AAAA' })],
		[
			'is nobody’s',
			(_device, options) =>
				new Authenticator().create(
					options.replace('"rpId"', '"user":{"id":"x"},"rp":{"id":"localhost"},"rpId"'),
				),
		],
		[
			'signs wrongly',
			(device, options) => device.get(options).replace(/"signature":"[^"]{8}/, '"signature":"MEUCIQAA'),
		],
		['is no JSON', () => 'xx'],
		['is nothing', () => 'null'],
		['is a number', () => '{"id":7}'],
	])('that %s signs nobody in', async (_name, answer) => {
		const { one, device } = await holder();
		const browser = server.client();
		const { options, cookie } = await challenge(browser, '/api/session/passkey/options');
		const body = { credential: answer(device, options) };
		const reply = await browser.call('POST', '/api/session/passkey', body, { cookie });
		expect([reply.status, reply.body.type]).toEqual([403, problem('passkey-refused')]);
		expect(reply.headers['set-cookie']).toBeUndefined();
		expect((await signIn(device)).reply.status).toBe(200);
		expect((await kinds(one)).length).toBeGreaterThan(0);
	});

	it('signs nobody in after five minutes, nor without the browser that asked', async () => {
		const { device } = await holder();
		const { options, cookie } = await challenge(server.client(), '/api/session/passkey/options');
		const body = { credential: device.get(options) };
		expect((await server.client().post('/api/session/passkey', body)).status).toBe(403);
		server.clock.advance(5 * 60_000);
		const late = await server.client().call('POST', '/api/session/passkey', body, { cookie });
		expect(late.status).toBe(403);
		server.clock.advance(-5 * 60_000);
	});

	it('goes by its owner alone, and with the second step', async () => {
		const { one, device, id, code } = await holder();
		const other = await holder();
		expect((await other.one.delete(`/api/me/passkeys/${id}`)).status).toBe(404);
		expect((await one.delete(`/api/me/passkeys/${id}`)).status).toBe(204);
		expect((await one.delete(`/api/me/passkeys/${id}`)).body.type).toBe(problem('passkey-unknown'));
		expect((await signIn(device)).reply.status).toBe(403);
		const { options, cookie } = await optionsFor(one);
		expect((await add(one, device.create(options), cookie)).status).toBe(201);
		expect((await one.post('/api/me/second-step/end', { password, code: code(1) })).status).toBe(204);
		const left = await server.db.select().from(passkey).where(eq(passkey.learnerId, one.me!.id));
		expect(left).toEqual([]);
	});
});

describe('a passkey is added', () => {
	it('by who signs in by two steps alone, who says their password', async () => {
		const plain = await server.account();
		const asked = await plain.post('/api/me/passkeys/options', { password });
		expect([asked.status, asked.body.type]).toEqual([404, problem('second-step-unknown')]);
		const guest = await server.guest();
		expect((await guest.post('/api/me/passkeys/options', { password })).status).toBe(409);
		const { one } = await twoSteps(server);
		const wrong = await one.post('/api/me/passkeys/options', { password: 'khong-phai' });
		expect([wrong.status, wrong.body.type]).toEqual([403, problem('wrong-password')]);
	});

	it('for the one that asked, once, and ten at most', async () => {
		const [mine, other] = [await holder(), await twoSteps(server)];
		const { options, cookie } = await optionsFor(mine.one);
		const made = mine.device.create(options);
		const theirs = cookie.replace(/[^;]*session=[^;]*/, other.one.cookie);
		expect((await add(other.one, made, theirs)).status).toBe(403);
		expect((await add(mine.one, made, cookie)).status).toBe(201);
		expect((await add(mine.one, made, cookie)).status).toBe(403);
		const [row] = await server.db.select().from(passkey).where(eq(passkey.learnerId, mine.one.me!.id));
		const others = Array.from({ length: 8 }, (_, n) => ({ ...row!, id: `${row!.id.slice(0, 30)}-${n}` }));
		await server.db.insert(passkey).values(others);
		const more = await optionsFor(mine.one);
		expect((await add(mine.one, mine.device.create(more.options), more.cookie)).status).toBe(403);
		expect((await mine.one.get('/api/me/passkeys')).body.passkeys).toHaveLength(10);
	});

	it('not where browsers keep none', async () => {
		const { one } = await twoSteps(server);
		const host = { host: '192.168.1.10:3000' };
		expect((await one.get('/api/me/passkeys', host)).body.isPossible).toBe(false);
		const asked = await one.post('/api/me/passkeys/options', { password }, host);
		expect([asked.status, asked.body.type]).toEqual([409, problem('passkeys-impossible')]);
		const signingIn = await server.anonymous.post('/api/session/passkey/options', {}, host);
		expect(signingIn.status).toBe(409);
	});
});
