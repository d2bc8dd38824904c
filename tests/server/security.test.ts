/** Passwords changed, sessions listed and ended, and what is kept of all that. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetOldEvents } from '#server/accounts/events.ts';
import { audit, session } from '#server/db/tables/index.ts';
import { startServer, type Client, type TestServer } from './harness.ts';

const phone =
	'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36';
const computer = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0';
const old = 'mat-khau-dai';
const fresh = 'ba con gà';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

async function signIn(one: Client, password: string, agent = phone) {
	const device = server.client({ 'user-agent': agent });
	const answer = await device.post('/api/session', { username: one.me!.username, password });
	return { device, status: answer.status };
}
const change = (one: Client, current: string, password: string) =>
	one.post('/api/me/password', { current, password });
const eventsOf = async (one: Client) =>
	(await one.get('/api/me/events')).body.events as {
		kind: string;
		by: string;
		byName: string | null;
		network: string | null;
		device: { kind: string; name: string } | null;
	}[];
const kindsOf = async (one: Client) => (await eventsOf(one)).map(({ kind }) => kind);

describe('a change of password', () => {
	it('takes the new one, refuses the old one, and ends every other session', async () => {
		const one = await server.account();
		const before = one.cookie;
		const { device: other } = await signIn(one, old);
		expect((await change(one, old, fresh)).status).toBe(200);
		expect((await one.get('/api/me')).status).toBe(200);
		expect((await other.get('/api/me')).status).toBe(401);
		expect((await server.client({ cookie: before }).get('/api/me')).status).toBe(401);
		expect((await signIn(one, old)).status).toBe(401);
		expect((await signIn(one, fresh)).status).toBe(200);
	});

	it('makes codes void that were made before', async () => {
		const admin = await server.account({ role: 'admin' });
		const one = await server.account();
		const { username } = one.me!;
		const { body } = await admin.post('/api/recovery-codes', { username });
		await change(one, old, fresh);
		const answer = await server
			.client()
			.post('/api/recovery', { username, code: body.code, password: 'bốn con vịt' });
		expect(answer.status).toBe(401);
	});

	it('is refused without the old one, said at its field, and changes nothing', async () => {
		const one = await server.account();
		const answer = await change(one, 'khong-phai', fresh);
		expect(answer.status).toBe(403);
		expect(answer.body.errors).toEqual([{ path: '/current', message: answer.body.detail }]);
		expect((await signIn(one, old)).status).toBe(200);
	});

	it.each([
		['12345678', 400],
		['Nguyễn Thị Thử', 400],
		['ngan', 400],
	])('is refused for %s, said at its field', async (password, status) => {
		const one = await server.account();
		const answer = await change(one, old, password);
		expect(answer.status).toBe(status);
		expect(answer.body.errors[0].path).toBe('/password');
	});

	it('is nothing for a guest', async () => {
		expect((await change(await server.guest(), old, fresh)).status).toBe(409);
	});

	it('takes one of two that come together', async () => {
		const one = await server.account();
		const cookie = one.cookie;
		const both = await Promise.all(
			['ba con gà', 'bốn con vịt'].map((password) =>
				server.client({ cookie }).post('/api/me/password', { current: old, password }),
			),
		);
		expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
	});

	it('lets nobody guess on who took a phone that is signed in', async () => {
		const one = await server.account();
		const statuses: number[] = [];
		for (let n = 0; n < 11; n++) statuses.push((await change(one, `doan-${n}`, fresh)).status);
		expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
	});
});

describe('where somebody is signed in', () => {
	it('is listed with its device, this one first; others can be ended one by one', async () => {
		const one = await server.account();
		const { device: mobile } = await signIn(one, old, phone);
		await signIn(one, old, computer);
		const { body } = await mobile.get('/api/me/sessions');
		expect(body.sessions).toHaveLength(3);
		expect(body.sessions[0]).toMatchObject({
			isThis: true,
			shared: false,
			device: { kind: 'phone', name: 'Android, Chrome' },
		});
		const wanted = body.sessions.find((each: any) => each.device.kind === 'computer');
		expect((await mobile.delete(`/api/me/sessions/${wanted.id}`)).status).toBe(204);
		expect((await mobile.delete(`/api/me/sessions/${wanted.id}`)).status).toBe(404);
		expect((await mobile.get('/api/me/sessions')).body.sessions).toHaveLength(2);
		expect((await one.get('/api/me')).status).toBe(200);
	});

	it('is nobody else’s to end', async () => {
		const [one, other] = [await server.account(), await server.account()];
		const { body } = await one.get('/api/me/sessions');
		expect((await other.delete(`/api/me/sessions/${body.sessions[0].id}`)).status).toBe(404);
		expect((await one.get('/api/me')).status).toBe(200);
	});

	it('all others end at once, this one stays', async () => {
		const one = await server.account();
		const { device: other } = await signIn(one, old);
		expect((await other.get('/api/me')).status).toBe(200);
		expect((await one.delete('/api/me/sessions')).status).toBe(204);
		expect((await other.get('/api/me')).status).toBe(401);
		expect((await one.get('/api/me')).status).toBe(200);
	});

	it('tells nothing by which a session could be taken', async () => {
		const one = await server.account();
		const { raw } = await one.get('/api/me/sessions');
		const [, id = ''] = one.cookie.split('=');
		expect(raw.toString()).not.toContain(id);
		const [row] = await server.db.select().from(session).where(eq(session.userId, one.me!.id));
		expect(raw.toString()).not.toContain(row!.id);
	});

	it('says when it was last used', async () => {
		const one = await server.account();
		const long = new Date(Date.now() - 3_600_000);
		await server.db.update(session).set({ seenAt: long }).where(eq(session.userId, one.me!.id));
		server.app.forget(one.me!.id);
		await one.get('/api/me');
		const { body } = await one.get('/api/me/sessions');
		expect(Date.now() - Date.parse(body.sessions[0].seen)).toBeLessThan(60_000);
	});
});

describe('what is kept', () => {
	it('tells the owner of sign-ins, refused ones and changes, newest first', async () => {
		const one = await server.account();
		await signIn(one, 'khong-phai');
		await signIn(one, old, computer);
		await change(one, 'khong-phai', fresh);
		await change(one, old, fresh);
		await one.delete('/api/session?everywhere=true');
		const { device } = await signIn(one, fresh);
		expect(await kindsOf(device)).toEqual([
			'session.start',
			'session.end',
			'password.change',
			'password.refused',
			'session.start',
			'session.refused',
			'account.create',
		]);
		const [, , , , start] = await eventsOf(device);
		expect(start).toMatchObject({ by: 'self', device: { kind: 'computer', name: 'Windows, Firefox' } });
		expect(start!.network).toMatch(/^10\.0\.\d+\.0\/24$/);
	});

	it('names who else acted, and the operator', async () => {
		const admin = await server.account({ role: 'admin', name: 'Quản Trị Mẫu' });
		const one = await server.account();
		await admin.post('/api/recovery-codes', { username: one.me!.username });
		await server.grant({ username: one.me!.username!, role: 'instructor', scope: 'thu' });
		const events = await eventsOf(one);
		expect(events.slice(0, 2)).toMatchObject([
			{ kind: 'role.grant', by: 'other', byName: null },
			{ kind: 'recovery-code.make', by: 'other', byName: 'Quản Trị Mẫu' },
		]);
	});

	it('is one entry a minute for a name that is tried again and again', async () => {
		const one = await server.account();
		const thief = server.client();
		for (let n = 0; n < 5; n++)
			await thief.post('/api/session', { username: one.me!.username, password: `doan-${n}` });
		expect((await kindsOf(one)).filter((kind) => kind === 'session.refused')).toHaveLength(1);
	});

	it('holds no password, no user name that nobody has, no whole address', async () => {
		const one = await server.account();
		const odd = server.client();
		await odd.post('/api/session', { username: 'mat-khau-go-nham-cho', password: 'bi-mat-cua-toi' });
		await signIn(one, 'bi-mat-cua-toi');
		await change(one, old, 'bốn con vịt vàng');
		const rows = JSON.stringify(await server.db.select().from(audit));
		for (const secret of ['bi-mat-cua-toi', 'mat-khau-go-nham-cho', 'bốn con vịt vàng', old])
			expect(rows).not.toContain(secret);
		expect(rows).not.toMatch(/10\.0\.\d+\.[1-9]/);
		const admin = await server.account({ role: 'admin' });
		const { body } = await admin.get('/api/account-events?kind=session.refused');
		expect(body.events.some(({ account }: { account: unknown }) => account === null)).toBe(true);
	});

	it('is read by administrators, a page at a time, by kind too', async () => {
		const admin = await server.account({ role: 'admin' });
		const one = await server.account({ name: 'Lê Văn Đọc' });
		for (let n = 0; n < 60; n++) await signIn(one, old);
		const seen: string[] = [];
		let next: string | null = null;
		do {
			const before = next ? `&before=${encodeURIComponent(next)}` : '';
			const { body }: any = await admin.get(`/api/account-events?kind=session.start${before}`);
			expect(body.events.length).toBeLessThanOrEqual(50);
			seen.push(...body.events.map(({ id }: { id: string }) => id));
			next = body.next;
		} while (next);
		const rows = await server.db.select().from(audit).where(eq(audit.action, 'session.start'));
		expect(seen.sort()).toEqual(rows.map(({ id }) => id).sort());
		const { body } = await admin.get('/api/account-events');
		expect(body.events[0].account).toMatchObject({ username: one.me!.username, displayName: 'Lê Văn Đọc' });
	});

	it.each([
		['no id', '2026-01-01T00:00:00.000Z_------------------------------------', 400],
		['no day', '2026-13-45T99:99:99.999Z_00000000-0000-4000-8000-000000000000', 200],
		['a day before all', '0000-01-01T00:00:00.000Z_00000000-0000-4000-8000-000000000000', 200],
	])('is asked for before %s without breaking anything', async (_name, before, status) => {
		const admin = await server.account({ role: 'admin' });
		const answer = await admin.get(`/api/account-events?before=${encodeURIComponent(before)}`);
		expect(answer.status).toBe(status);
		if (status === 200) expect(answer.body).toEqual({ events: [], next: null });
	});

	it('is not read by others', async () => {
		const helper = await server.account({ role: 'facilitator' });
		expect((await helper.get('/api/account-events')).status).toBe(403);
	});

	it('goes after 180 days: everyday entries whole, of others from where they came', async () => {
		const one = await server.account();
		await signIn(one, old);
		server.clock.advance(181 * 24 * 3_600_000);
		await forgetOldEvents(server.db, server.clock.now);
		server.clock.advance(-181 * 24 * 3_600_000);
		const events = await eventsOf(one);
		expect(events.map(({ kind, network, device }) => [kind, network, device])).toEqual([
			['account.create', null, null],
		]);
	});
});
