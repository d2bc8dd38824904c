import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GrantRequest } from '#server/accounts/grant.ts';
import { audit, roleGrant } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

type Asked = Pick<GrantRequest, 'role' | 'scope' | 'from' | 'until'>;
const give = (client: Client, asked: Asked) => server.grant({ username: client.me!.username!, ...asked });
const end = (client: Client, asked: Asked) => server.revoke({ username: client.me!.username!, ...asked });
/** What a person holds beside being a learner. */
const held = async (client: Client) => (await client.get('/api/me')).body.roles.slice(1);
const actsOn = async (client: Client) => {
	const rows = await server.db
		.select()
		.from(audit)
		.where(and(eq(audit.learnerId, client.me!.id), like(audit.action, 'role.%')));
	return rows.map(({ action, subject }) => [action, subject]);
};

const facilitator = { role: 'facilitator', scope: 'to-mot' } as const;

describe('a role', () => {
	it('that is given twice is held once', async () => {
		const who = await server.account();
		expect(await give(who, facilitator)).toMatchObject({ isNew: true });
		expect(await give(who, facilitator)).toMatchObject({ isNew: false });
		await Promise.all([1, 2, 3].map(() => give(who, { role: 'coordinator', scope: null })));
		const rows = await server.db.select().from(roleGrant).where(eq(roleGrant.learnerId, who.me!.id));
		expect(rows).toHaveLength(2);
		expect(await held(who)).toHaveLength(2);
		expect(await actsOn(who)).toHaveLength(2);
	});

	it('that is ended counts no more, for that scope alone', async () => {
		const who = await server.account();
		await give(who, facilitator);
		await give(who, { ...facilitator, scope: 'to-hai' });
		await give(who, { role: 'admin', scope: null });
		const code = { username: (await server.account()).me!.username };
		expect((await who.post('/api/recovery-codes', code)).status).toBe(201);

		expect(await end(who, facilitator)).toMatchObject(facilitator);
		expect(await end(who, { role: 'admin', scope: null })).not.toHaveProperty('failure');
		expect(await held(who)).toEqual([{ role: 'facilitator', scope: 'to-hai' }]);
		await end(who, { ...facilitator, scope: 'to-hai' });
		expect((await who.post('/api/recovery-codes', code)).status).toBe(403);
		expect(await actsOn(who)).toEqual(
			expect.arrayContaining([
				['role.grant', 'facilitator to-mot'],
				['role.revoke', 'facilitator to-mot'],
				['role.revoke', 'admin'],
			]),
		);
	});

	it('that is not held cannot be ended; one that was ended can be given again', async () => {
		const who = await server.account();
		expect(await end(who, facilitator)).toEqual({ failure: 'role-unknown' });
		await give(who, facilitator);
		expect(await end(who, { ...facilitator, scope: null })).toEqual({ failure: 'role-unknown' });
		await end(who, facilitator);
		expect(await end(who, facilitator)).toEqual({ failure: 'role-unknown' });
		server.clock.advance(1000);
		expect(await give(who, facilitator)).toMatchObject({ isNew: true });
		expect(await held(who)).toEqual([facilitator]);
	});

	it('of an administrator has no scope', async () => {
		const who = await server.account();
		expect(await give(who, { role: 'admin', scope: 'xa-mau' })).toEqual({ failure: 'scope-refused' });
		expect(await held(who)).toEqual([]);
	});

	it('of nobody is told', async () => {
		const nobody = { username: 'khong-co-ai', ...facilitator };
		const unknown = { failure: 'username-unknown' };
		expect(await server.grant(nobody)).toEqual(unknown);
		expect(await server.revoke(nobody)).toEqual(unknown);
	});
});
