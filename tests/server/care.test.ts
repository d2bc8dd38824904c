/** Whom a helper looks after: registered by them, or put into their care. */
import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, care, person } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

let server: TestServer;
let admin: Client;
let helper: Client;
beforeAll(async () => {
	server = await startServer();
	admin = await server.account({ role: 'admin', name: 'Quản Trị Mẫu' });
	helper = await server.account({ role: 'facilitator', scope: 'to-mot', name: 'Cô Tư Giúp' });
});
afterAll(() => server.close());

const lan = { displayName: 'Nguyễn Thị Lan', locale: 'vi' };
const usernameOf = (client: Client) => client.me!.username!;
const typeOf = ({ body }: { body: { type: string } }) => body.type.split(':').at(-1);
const makeCode = (by: Client, username: string) => by.post('/api/recovery-codes', { username });
const between = (learner: Client, carer: Client) => ({
	username: usernameOf(learner),
	carer: usernameOf(carer),
});
const listOf = async (client: Client) => (await client.get('/api/care')).body.people;
const actsOn = async (learner: string) => {
	const rows = await server.db
		.select()
		.from(audit)
		.where(and(eq(audit.learnerId, learner), ne(audit.action, 'account.create')))
		.orderBy(audit.at);
	return rows.map(({ action, actor }) => [action, actor]);
};
const newHelper = () => server.account({ role: 'facilitator' });

describe('registering somebody', () => {
	it('puts them into my care, under a name that can be typed, without a password', async () => {
		const one = await newHelper();
		const made = await one.post('/api/care', lan);
		expect(made.status).toBe(201);
		expect(Object.keys(made.body).sort()).toEqual(['displayName', 'id', 'username']);
		expect(made.body.username).toMatch(/^lan\d{4,6}$/);
		expect(await listOf(one)).toEqual([made.body]);
		expect(await actsOn(made.body.id)).toEqual([['care.register', one.me!.id]]);
		const tries = ['', ' ', 'lan', made.body.id].map((password) =>
			server.client().post('/api/session', { username: made.body.username, password }),
		);
		for (const { status } of await Promise.all(tries)) expect([400, 401]).toContain(status);
	});

	it('under a wanted name and a group; they come in by a code of mine', async () => {
		const username = `ba-sau-${randomUUID().slice(0, 6)}`;
		const made = await helper.post('/api/care', { ...lan, username, locale: 'km', targetGroup: 'elderly' });
		expect(made.body).toMatchObject({ username });
		const code = await makeCode(helper, username);
		expect(code.status).toBe(201);
		const device = server.client();
		const back = { username, code: code.body.code, password: 'mat-khau-moi' };
		const me = await device.post('/api/recovery', back);
		expect(me.body).toMatchObject({ id: made.body.id, locale: 'km', targetGroup: 'elderly', may: [] });
	});

	it('once, however often the form is sent', async () => {
		const one = await newHelper();
		const body = { ...lan, id: randomUUID() };
		const all = await Promise.all([1, 2, 3].map(() => one.post('/api/care', body)));
		expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
		expect(new Set(all.map((each) => each.body.username)).size).toBe(1);
		expect(await listOf(one)).toHaveLength(1);
	});

	it('400 without a name, 409 for a name or an id that is taken; nothing is kept of it', async () => {
		const one = await newHelper();
		expect((await one.post('/api/care', { locale: 'vi' })).status).toBe(400);
		expect(typeOf(await one.post('/api/care', { ...lan, displayName: '\u200b \u200b' }))).toBe('name-empty');
		const id = randomUUID();
		const taken = await one.post('/api/care', { ...lan, id, username: usernameOf(helper).toUpperCase() });
		expect([taken.status, typeOf(taken)]).toEqual([409, 'username-taken']);
		expect(await server.db.select().from(person).where(eq(person.id, id))).toEqual([]);
		const foreign = await one.post('/api/care', { ...lan, id: admin.me!.id });
		expect([foreign.status, typeOf(foreign)]).toEqual([409, 'id-in-use']);
		expect(await listOf(one)).toEqual([]);
	});

	it('shows each helper their own people alone, by name', async () => {
		const [one, two] = [await newHelper(), await newHelper()];
		for (const name of ['Võ Út', 'Đinh Ba', 'Ân']) await one.post('/api/care', { ...lan, displayName: name });
		const names = (await listOf(one)).map(({ displayName }: { displayName: string }) => displayName);
		expect(names).toEqual(['Ân', 'Đinh Ba', 'Võ Út']);
		expect(await listOf(two)).toEqual([]);
	});
});

describe('giving care', () => {
	it('lets that helper make codes for that learner, until it is ended', async () => {
		const [learner, other] = [await server.account(), await server.account()];
		const refused = await makeCode(helper, usernameOf(learner));
		expect([refused.status, typeOf(refused)]).toEqual([403, 'not-in-care']);
		expect((await admin.post('/api/care/given', between(learner, helper))).status).toBe(201);
		expect((await admin.post('/api/care/given', between(learner, helper))).status).toBe(200);
		expect((await makeCode(helper, usernameOf(learner))).status).toBe(201);
		expect((await makeCode(helper, usernameOf(other))).status).toBe(403);
		expect((await makeCode(await newHelper(), usernameOf(learner))).status).toBe(403);

		expect((await admin.post('/api/care/ended', between(learner, helper))).status).toBe(204);
		expect((await makeCode(helper, usernameOf(learner))).status).toBe(403);
		const again = await admin.post('/api/care/ended', between(learner, helper));
		expect([again.status, typeOf(again)]).toEqual([404, 'care-unknown']);
		expect((await actsOn(learner.me!.id)).map(([action]) => action)).toEqual([
			'care.give',
			'recovery-code.make',
			'care.end',
		]);
		expect((await admin.post('/api/care/given', between(learner, helper))).status).toBe(201);
		const rows = await server.db.select().from(care).where(eq(care.learnerId, learner.me!.id));
		expect(rows.map(({ until }) => until !== null).sort()).toEqual([false, true]);
	});

	it('404 for who is unknown, 409 for a carer who is no helper, 400 for less', async () => {
		const learner = await server.account();
		const username = usernameOf(learner);
		const unknown = 'khong-ai-ca';
		for (const body of [
			{ username: unknown, carer: usernameOf(helper) },
			{ username, carer: unknown },
		])
			expect((await admin.post('/api/care/given', body)).status).toBe(404);
		const nobody = await admin.post('/api/care/given', between(learner, await server.account()));
		expect([nobody.status, typeOf(nobody)]).toEqual([409, 'not-a-helper']);
		expect((await admin.post('/api/care/given', { username })).status).toBe(400);
	});

	it('is for coordinators within their place, and they learn of nobody outside', async () => {
		const [near, far] = [await server.account(), await server.account()];
		for (const [client, place] of [
			[near, 'an-giang/tri-ton/ap-3'],
			[far, 'an-giang/tri-ton-moi'],
		] as const)
			await server.db.update(person).set({ place }).where(eq(person.id, client.me!.id));
		const coordinator = (scope: string) => server.account({ role: 'coordinator', scope });
		const [province, commune] = [await coordinator('an-giang'), await coordinator('an-giang/tri-ton')];
		const give = async (by: Client, learner: Client) =>
			(await by.post('/api/care/given', between(learner, helper))).status;
		expect(await give(commune, near)).toBe(201);
		expect(await give(commune, far)).toBe(403);
		expect(await give(province, far)).toBe(201);
		expect(await give(province, await server.account())).toBe(403);
		const nobody = { username: 'khong-ai-ca', carer: usernameOf(helper) };
		expect((await province.post('/api/care/given', nobody)).status).toBe(403);
	});
});

describe('a helper', () => {
	it('learns the same of who is not in their care, of who holds a role, and of nobody', async () => {
		const learner = await server.account();
		const withRole = await server.account();
		await admin.post('/api/care/given', between(withRole, helper));
		await server.grant({ username: usernameOf(withRole), role: 'instructor', scope: 'ai' });
		const answers = [];
		for (const username of [usernameOf(learner), usernameOf(withRole), 'khong-ai-ca']) {
			const { status, body } = await makeCode(helper, username);
			answers.push({ status, ...body, instance: undefined });
		}
		expect(answers[0]).toMatchObject({ status: 403 });
		expect(answers[1]).toEqual(answers[0]);
		expect(answers[2]).toEqual(answers[0]);
	});

	it('whose role is over can do nothing more, and again when it is back', async () => {
		const one = await server.account();
		const username = usernameOf(one);
		const day = 24 * 3_600_000;
		const until = new Date(server.clock.now.getTime() + day).toISOString();
		await server.grant({ username, role: 'facilitator', scope: 'to-mot', until });
		const made = await one.post('/api/care', lan);
		expect((await makeCode(one, made.body.username)).status).toBe(201);
		server.clock.advance(2 * day);
		expect((await makeCode(one, made.body.username)).status).toBe(403);
		expect((await one.get('/api/care')).status).toBe(403);
		expect((await one.get('/api/me')).body.may).toEqual([]);
		await server.grant({ username, role: 'facilitator', scope: null });
		expect((await makeCode(one, made.body.username)).status).toBe(201);
		server.clock.advance(-2 * day);
	});
});
