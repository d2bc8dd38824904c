/** Codes count while whoever made them may make them, and their owners are told. */
import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRecoveryCode } from '#server/accounts/recovery.ts';
import { commandLine } from '#server/accounts/store.ts';
import { recoveryCode } from '#server/db/tables/index.ts';
import { hashedDearly, startServer, type Client, type TestServer } from './harness.ts';

let server: TestServer;
let admin: Client;
beforeAll(async () => {
	server = await startServer();
	admin = await server.account({ role: 'admin', name: 'Quản Trị Mẫu' });
});
afterAll(() => server.close());

const usernameOf = (client: Client) => client.me!.username!;
const day = 24 * 3_600_000;

/** A helper, a learner in their care, and a code that the helper made for them. */
async function withCode(scope: string | null = null, until?: string) {
	const helper = await server.account({ name: 'Cô Tư Giúp' });
	await server.grant({ username: usernameOf(helper), role: 'facilitator', scope, ...(until && { until }) });
	const learner = await server.account();
	const username = usernameOf(learner);
	await admin.post('/api/care/given', { username, carer: usernameOf(helper) });
	const made = await helper.post('/api/recovery-codes', { username });
	expect(made.status).toBe(201);
	return { helper, learner, username, code: made.body.code as string };
}
const use = async (username: string, code: string) => {
	const device = server.client();
	const answer = await device.post('/api/recovery', { username, code, password: 'mat-khau-moi' });
	return { ...answer, device };
};
const statusOf = async (username: string, code: string) => (await use(username, code)).status;

describe('a code that could no longer be made is void', () => {
	it('when its owner is given a role, and stays so when the role is ended', async () => {
		const { username, code } = await withCode();
		await server.grant({ username, role: 'admin', scope: null });
		await server.revoke({ username, role: 'admin', scope: null });
		expect(await statusOf(username, code)).toBe(401);
	});

	it('when the helper is no helper any more, and stays so when they are one again', async () => {
		const { helper, username, code } = await withCode('to-mot');
		const role = { username: usernameOf(helper), role: 'facilitator', scope: 'to-mot' } as const;
		await server.revoke(role);
		await server.grant(role);
		expect(await statusOf(username, code)).toBe(401);
	});

	it('when the learner leaves the helper’s care', async () => {
		const { helper, username, code } = await withCode();
		await admin.post('/api/care/ended', { username, carer: usernameOf(helper) });
		await admin.post('/api/care/given', { username, carer: usernameOf(helper) });
		expect(await statusOf(username, code)).toBe(401);
	});

	it('but not when the helper holds the role for something else still', async () => {
		const { helper, username, code } = await withCode('to-mot');
		const role = { username: usernameOf(helper), role: 'facilitator' } as const;
		await server.grant({ ...role, scope: 'to-hai' });
		await server.revoke({ ...role, scope: 'to-mot' });
		expect(await statusOf(username, code)).toBe(200);
	});

	it.each(['grant', 'revoke'] as const)('at each %s, also when an administrator made it', async (change) => {
		const username = usernameOf(await server.account());
		const role = { username, role: 'facilitator', scope: null } as const;
		if (change === 'revoke') await server.grant(role);
		const made = await admin.post('/api/recovery-codes', { username });
		await server[change](role);
		expect(await statusOf(username, made.body.code)).toBe(401);
		const again = await admin.post('/api/recovery-codes', { username });
		expect(await statusOf(username, again.body.code)).toBe(200);
	});

	it('and a helper makes none for who will hold a role', async () => {
		const { helper, username } = await withCode();
		const from = new Date(server.clock.now.getTime() + day).toISOString();
		await server.grant({ username, role: 'admin', scope: null, from });
		expect((await helper.post('/api/recovery-codes', { username })).status).toBe(403);
	});
});

describe('using a code asks again', () => {
	it('whether its maker still holds the role, whose time may be over', async () => {
		const until = new Date(server.clock.now.getTime() + day / 2).toISOString();
		const { username, code } = await withCode(null, until);
		server.clock.advance(day * 0.75);
		const late = await statusOf(username, code);
		server.clock.advance(-day * 0.75);
		expect(late).toBe(401);
		expect(await statusOf(username, code), 'used up').toBe(401);
	});

	it('whether its owner holds a role, which may have begun since', async () => {
		const { username, code } = await withCode();
		const from = new Date(server.clock.now.getTime() + day / 2).toISOString();
		await server.grant({ username, role: 'instructor', scope: 'ai', from });
		server.clock.advance(day * 0.75);
		const late = await statusOf(username, code);
		server.clock.advance(-day * 0.75);
		expect(late).toBe(401);
	});

	it('and lets in while both are as they were', async () => {
		const { username, code, learner } = await withCode();
		const { status, body } = await use(username, code);
		expect([status, body.id]).toEqual([200, learner.me!.id]);
	});
});

describe('a code as it is kept', () => {
	it('is a hash that is dear to try, with a salt of its own', async () => {
		const { username, code } = await hashedDearly(() => withCode());
		const [row] = await server.db.select().from(recoveryCode).where(eq(recoveryCode.subject, username));
		expect(row!.codeHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await verify(row!.codeHash, code.replace('-', ''))).toBe(true);
	});

	it('is read however it was typed, and works once of two at the same time', async () => {
		const { username, code } = await withCode();
		const typed = ` ${code.toLowerCase().replace('-', ' – ')} `;
		const both = await Promise.all([statusOf(username, typed), statusOf(username, typed)]);
		expect(both.sort()).toEqual([200, 401]);
	});
});

describe('the owner is told', () => {
	const toldTo = async (client: Client) => (await client.get('/api/me')).body.codesMade;
	const see = (client: Client, until: unknown) => client.post('/api/me/recovery-codes/seen', { until });

	it('who made a code and when, where they are signed in and when they come back, until they have seen it', async () => {
		const before = server.clock.now.getTime();
		const { learner, username, code } = await withCode();
		const [told] = await toldTo(learner);
		expect(told.by).toBe('Cô Tư Giúp');
		expect(Date.parse(told.at)).toBeGreaterThanOrEqual(before);
		const { body, device } = await use(username, code);
		expect(body.codesMade).toEqual([told]);
		expect(await toldTo(device)).toEqual([told]);
		expect((await see(device, told.at)).status).toBe(204);
		expect(await toldTo(device)).toEqual([]);
	});

	it('of each code; seeing one leaves what came after', async () => {
		const { learner, username } = await withCode();
		server.clock.advance(1000);
		await admin.post('/api/recovery-codes', { username });
		server.clock.advance(1000);
		await makeRecoveryCode(server.db, commandLine, username, { block: '' }, server.clock.now);
		server.app.forget(learner.me!.id);
		const told = await toldTo(learner);
		expect(told.map(({ by }: { by: string | null }) => by)).toEqual(['Cô Tư Giúp', 'Quản Trị Mẫu', null]);
		await see(learner, told[0].at);
		expect(await toldTo(learner)).toEqual(told.slice(1));
		// Neither backwards, nor ahead of what there is.
		await see(learner, '2020-01-01T00:00:00Z');
		await see(learner, '0001-01-01T00:00:00Z');
		await see(learner, '2020-12-31T23:59:60Z');
		expect(await toldTo(learner)).toEqual(told.slice(1));
		await see(learner, '9999-01-01T00:00:00Z');
		expect(await toldTo(learner)).toEqual([]);
		server.clock.advance(1000);
		await admin.post('/api/recovery-codes', { username });
		expect(await toldTo(learner)).toHaveLength(1);
		const all = (await learner.get('/api/me/recovery-codes')).body.codes;
		expect(all).toHaveLength(4);
		expect(all.slice(1)).toEqual([...told].reverse());
		server.clock.advance(-3000);
	});

	it('and nobody else: 401, 400', async () => {
		const { helper } = await withCode();
		expect(await toldTo(helper)).toEqual([]);
		expect((await helper.get('/api/me/recovery-codes')).body).toEqual({ codes: [] });
		expect((await see(server.client(), '2026-01-01T00:00:00Z')).status).toBe(401);
		expect((await server.client().get('/api/me/recovery-codes')).status).toBe(401);
		expect((await see(helper, 'hôm qua')).status).toBe(400);
		expect((await see(helper, undefined)).status).toBe(400);
	});
});
