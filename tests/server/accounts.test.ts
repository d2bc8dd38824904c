import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api as en } from '#messages/en/api.ts';
import { api as km } from '#messages/km/api.ts';
import { api as vi } from '#messages/vi/api.ts';
import { knownSessions } from '#server/accounts/known-store.ts';
import { audit, login, session } from '#server/db/tables/index.ts';
import { codeOf } from '#schemas/failures.ts';
import { hashedDearly, startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const account = (username: string, more: object = {}) => ({
	username,
	password: 'mat-khau-dai',
	displayName: 'Trần Văn Thử',
	locale: 'vi',
	...more,
});

describe('guests', () => {
	it('learn without a log-in', async () => {
		const guest = server.client();
		const made = await guest.post('/api/guests', { locale: 'km', targetGroup: 'elderly' });
		expect(made.status).toBe(201);
		expect(made.body).toMatchObject({ guest: true, username: null, locale: 'km', targetGroup: 'elderly' });
		expect((await guest.get('/api/me')).body.id).toBe(made.body.id);
	});

	it('keep their learner when they register', async () => {
		const guest = await server.guest();
		const made = await guest.post('/api/accounts', account('khach-o-lai'));
		expect(made.status).toBe(201);
		expect(made.body).toMatchObject({ id: guest.me?.id, guest: false, displayName: 'Trần Văn Thử' });
	});

	it.each([
		['no locale', {}],
		['an unknown locale', { locale: 'fr' }],
		['an unknown field', { locale: 'vi', admin: true }],
	])('400 for %s', async (_name, body) => {
		const answer = await server.anonymous.post('/api/guests', body);
		expect(answer.status).toBe(400);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(answer.body.errors[0].path).toBeTruthy();
	});
});

describe('accounts', () => {
	it.each([
		['short password', { password: 'ngan' }, '/password'],
		['empty name', { displayName: '   ' }, '/displayName'],
		['a space in the user name', { username: 'hai chu' }, '/username'],
		['over-long name', { displayName: 'x'.repeat(81) }, '/displayName'],
	])('400 for %s, saying where', async (_name, more, path) => {
		const answer = await server.client().post('/api/accounts', account('khong-duoc', more));
		expect(answer.status).toBe(400);
		expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
	});

	it.each([
		['12345678', 'password-pattern'],
		['P@ssw0rd', 'password-common'],
		['matkhau@123', 'password-common'],
		['Anh yêu em 2020', 'password-common'],
		['Trần Văn Thử', 'password-own'],
		['de-doan-123', 'password-own'],
	])('400 for the password %s: %s', async (password, code) => {
		const asked = account('de-doan', { password });
		for (const [language, messages] of Object.entries({ vi, km, en })) {
			const client = server.client({ 'accept-language': language });
			const answer = await client.post('/api/accounts', asked);
			expect(answer.status).toBe(400);
			expect(answer.body.type).toBe(`urn:cung-hoc:problem:${code}`);
			const detail = messages.failures[code as 'password-own'].detail({});
			expect(answer.body.errors).toEqual([{ path: '/password', message: detail }]);
		}
	});

	it.each(['ba con gà', 'chim-sẻ-bảy-cây-tre', 'x'.repeat(60) + 'con gà' + 'y'.repeat(62)])(
		'take the password %s',
		async (password) => {
			const one = server.client();
			const username = `de-nho-${password.length}`;
			expect((await one.post('/api/accounts', account(username, { password }))).status).toBe(201);
			expect((await server.client().post('/api/session', { username, password })).status).toBe(200);
		},
	);

	it('400 for a password of more than 128 characters', async () => {
		const password = 'con gà '.repeat(19);
		const answer = await server.client().post('/api/accounts', account('rat-dai', { password }));
		expect(answer.body.errors[0].path).toBe('/password');
		expect(answer.status).toBe(400);
	});

	it('a name of invisible characters is none', async () => {
		const answer = await server
			.client()
			.post('/api/accounts', account('vo-hinh', { displayName: '\u200b\u200b' }));
		expect(answer.status).toBe(400);
	});

	it('409 for a user name that differs in case alone', async () => {
		expect((await server.client().post('/api/accounts', account('Đặng.Lan'))).status).toBe(201);
		const answer = await server.client().post('/api/accounts', account('đặng.lan'));
		expect(answer.status).toBe(409);
		expect(answer.body.type).toBe('urn:cung-hoc:problem:username-taken');
		expect(answer.body.errors).toEqual([{ path: '/username', message: answer.body.detail }]);
	});

	it('409 for a second account of one learner', async () => {
		const one = await server.account();
		expect((await one.post('/api/accounts', account('lan-nua'))).status).toBe(409);
	});

	it('keep a hash of the password only, and of the session id', async () => {
		const one = await hashedDearly(() => server.account());
		const id = one.me?.id ?? '';
		const [row] = await server.db.select().from(login).where(eq(login.learnerId, id));
		expect(row?.secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		const [kept] = await server.db.select().from(session).where(eq(session.userId, id));
		expect(kept?.id).toMatch(/^[0-9a-f]{64}$/);
		expect(one.cookie).not.toContain(kept?.id);
	});
});

describe('sessions', () => {
	it('sign in, case and form of the name forgiven', async () => {
		await server.client().post('/api/accounts', account('Hòa'));
		const one = server.client();
		const answer = await one.post('/api/session', {
			username: 'hòa'.normalize('NFD'),
			password: 'mat-khau-dai',
		});
		expect(answer.status).toBe(200);
		expect((await one.get('/api/me')).body.username).toBe('Hòa');
	});

	it.each([
		['wrong password', 'ai-do', 'sai-mat-khau'],
		['unknown name', 'khong-co-ai', 'mat-khau-dai'],
	])('401 alike for %s', async (_name, username, password) => {
		await server.client().post('/api/accounts', account('ai-do'));
		const answer = await server.client().post('/api/session', { username, password });
		expect(answer.status).toBe(401);
		expect(answer.body.type).toBe('urn:cung-hoc:problem:wrong-credentials');
	});

	it('sign out at once', async () => {
		const one = await server.account();
		const cookie = one.cookie;
		expect((await one.delete('/api/session')).status).toBe(204);
		const again = await server.client({ cookie }).get('/api/me');
		expect(again.status).toBe(401);
	});

	it('sign out everywhere', async () => {
		const one = await server.account({ username: 'hai-may' });
		const other = server.client();
		await other.post('/api/session', { username: 'hai-may', password: 'mat-khau-dai' });
		await one.delete('/api/session?everywhere=true');
		expect((await other.get('/api/me')).status).toBe(401);
	});

	it('on a shared phone say so and have a cookie that ends with the browser', async () => {
		const one = server.client();
		const answer = await one.post('/api/guests', { locale: 'vi', shared: true });
		expect(String(answer.headers['set-cookie'])).not.toContain('Expires');
		expect((await one.get('/api/me')).body.shared).toBe(true);
	});

	it('cookies are Secure under https alone', async () => {
		const plain = await server.client().post('/api/guests', { locale: 'vi' });
		expect(String(plain.headers['set-cookie'])).toMatch(/HttpOnly/);
		expect(String(plain.headers['set-cookie'])).not.toMatch(/Secure/);
	});

	it('that are asked for at the same time are each their own', async () => {
		const ended = await server.account();
		const { cookie } = ended;
		await ended.delete('/api/session');
		const facilitator = await server.account({ role: 'facilitator' });
		const people = [await server.guest(), facilitator, await server.account(), await server.guest('km')];
		const strangers = [server.client({ cookie }), server.anonymous];
		const replies = await Promise.all([...people, ...strangers].map((one) => one.get('/api/me')));
		expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 401, 401]);
		const found = replies.slice(0, people.length).map(({ body }) => body);
		expect(found.map(({ roles, ...me }) => [me.id, me.username, me.locale, roles.length])).toEqual(
			people.map(({ me }) => [me!.id, me!.username, me!.locale, me === facilitator.me ? 2 : 1]),
		);
	});

	it('are read by one statement, those that are not there as null', async () => {
		const people = await Promise.all([server.guest(), server.account(), server.guest()]);
		const rows = await server.db.select().from(session);
		const wanted = people.map(({ me }) => rows.find(({ userId }) => userId === me!.id)!);
		const found = await knownSessions.run(server.database.query, [
			'of nobody',
			...wanted.map(({ id }) => id),
		]);
		expect(found.map((one) => one && [one.learner, one.expiresAt, one.person.username])).toEqual([
			null,
			...wanted.map(({ userId, expiresAt }, n) => [userId, expiresAt, people[n]!.me!.username]),
		]);
	});

	it('a made-up cookie is nobody', async () => {
		const answer = await server
			.client({ cookie: 'cung_hoc_session=abcdefghijklmnopqrstuvwxyz' })
			.get('/api/me');
		expect(answer.status).toBe(401);
	});

	it('too many tries for one name are held up, other names are not', async () => {
		const tries = server.client({ 'user-agent': 'thu-nhieu-lan' });
		const statuses: number[] = [];
		for (let n = 0; n < 12; n++)
			statuses.push(
				(await tries.post('/api/session', { username: 'mot-nguoi', password: 'doan-mo' })).status,
			);
		expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
		expect(statuses.slice(10)).toEqual([429, 429]);
		const other = await tries.post('/api/session', { username: 'nguoi-khac', password: 'doan-mo' });
		expect(other.status).toBe(401);
	});
});

describe('me', () => {
	it('401 for nobody', async () => {
		expect((await server.anonymous.get('/api/me')).status).toBe(401);
		expect((await server.anonymous.patch('/api/me', { locale: 'en' })).status).toBe(401);
	});

	it('changes name, locale, group and one preference at a time', async () => {
		const one = await server.account();
		await one.patch('/api/me', { preferences: { textSize: 'large' } });
		const answer = await one.patch('/api/me', {
			displayName: '  Lê   Thị Mới ',
			locale: 'en',
			targetGroup: null,
			preferences: { theme: 'dark' },
		});
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({
			displayName: 'Lê Thị Mới',
			locale: 'en',
			targetGroup: null,
			preferences: { textSize: 'large', theme: 'dark' },
		});
	});

	it('400 for nothing and for the unknown', async () => {
		const one = await server.account();
		expect((await one.patch('/api/me', {})).status).toBe(400);
		expect((await one.patch('/api/me', { id: 'x' })).status).toBe(400);
	});

	it('year of birth and where one lives are told by their owner, and taken back', async () => {
		const one = await server.account();
		const about = async () => (await one.get('/api/views/settings')).body.about;
		expect(
			(await one.patch('/api/me', { birthYear: 1956, residence: '  xã Vĩnh  Hải,\nSóc Trăng ' })).status,
		).toBe(200);
		expect(await about()).toEqual({ birthYear: 1956, residence: 'xã Vĩnh Hải, Sóc Trăng' });
		const [person] = (await one.get('/api/me/data')).body.person;
		expect(person).toMatchObject({ birthYear: 1956, residence: 'xã Vĩnh Hải, Sóc Trăng', place: null });
		await one.patch('/api/me', { locale: 'en' });
		expect(await about()).toEqual({ birthYear: 1956, residence: 'xã Vĩnh Hải, Sóc Trăng' });
		const thisYear = Number(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 4));
		for (const birthYear of [0, 1899, thisYear + 1]) {
			const { status, body } = await one.patch('/api/me', { birthYear });
			expect([status, codeOf(body)]).toEqual([400, 'birth-year-refused']);
			expect(body.errors).toMatchObject([{ path: '/birthYear' }]);
		}
		for (const wrong of [
			{ birthYear: 1956.5 },
			{ birthYear: '1956' },
			{ residence: '' },
			{ residence: ' . ' },
		])
			expect((await one.patch('/api/me', wrong)).status).toBe(400);
		expect((await one.patch('/api/me', { birthYear: thisYear, residence: null })).status).toBe(200);
		expect(await about()).toEqual({ birthYear: thisYear, residence: null });
	});
});

describe('recovery', () => {
	it('a code made by an administrator sets a new password, once, and keeps the learner', async () => {
		const admin = await server.account({ role: 'admin' });
		const lost = await server.account({ username: 'quen-mat-khau' });
		const made = await admin.post('/api/recovery-codes', { username: 'Quen-Mat-Khau' });
		expect(made.status).toBe(201);
		const body = { username: 'quen-mat-khau', code: made.body.code.toLowerCase(), password: 'mat-khau-moi' };
		const back = server.client();
		const answer = await back.post('/api/recovery', body);
		expect(answer.status).toBe(200);
		expect(answer.body.id).toBe(lost.me?.id);
		expect((await lost.get('/api/me')).status).toBe(401);
		expect((await server.client().post('/api/recovery', body)).status).toBe(401);
		const signedIn = await server
			.client()
			.post('/api/session', { username: 'quen-mat-khau', password: 'mat-khau-moi' });
		expect(signedIn.status).toBe(200);
		const rows = await server.db
			.select()
			.from(audit)
			.where(eq(audit.learnerId, lost.me?.id ?? ''));
		expect(rows.map((row) => row.action).sort()).toEqual([
			'account.create',
			'recovery-code.make',
			'recovery-code.refused',
			'recovery-code.use',
			'session.start',
		]);
	});

	it('a password that is easy to guess is refused, and the code can still be used', async () => {
		const admin = await server.account({ role: 'admin' });
		await server.account({ username: 'doi-de-doan', name: 'Lê Thị Bưởi' });
		const { body } = await admin.post('/api/recovery-codes', { username: 'doi-de-doan' });
		const use = (password: string) =>
			server.client().post('/api/recovery', { username: 'doi-de-doan', code: body.code, password });
		for (const password of ['12345678', 'Lê Thị Bưởi', 'doi-de-doan']) {
			const answer = await use(password);
			expect(answer.status, password).toBe(400);
			expect(answer.body.errors[0].path).toBe('/password');
		}
		expect((await use('ba con gà')).status).toBe(200);
	});

	it('a code expires after a day', async () => {
		const admin = await server.account({ role: 'admin' });
		await server.account({ username: 'cham-chan' });
		const { body } = await admin.post('/api/recovery-codes', { username: 'cham-chan' });
		server.clock.advance(25 * 3_600_000);
		const answer = await server
			.client()
			.post('/api/recovery', { username: 'cham-chan', code: body.code, password: 'mat-khau-moi' });
		expect(answer.status).toBe(401);
		server.clock.advance(-25 * 3_600_000);
	});

	it('403 for a learner, 401 for nobody, 404 for an unknown name', async () => {
		const learner = await server.account();
		const admin = await server.account({ role: 'admin' });
		const body = { username: 'khong-ai-ca' };
		expect((await learner.post('/api/recovery-codes', body)).status).toBe(403);
		expect((await server.anonymous.post('/api/recovery-codes', body)).status).toBe(401);
		expect((await admin.post('/api/recovery-codes', body)).status).toBe(404);
	});
});

describe('where a write comes from', () => {
	it.each([
		['its own page', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 201],
		['a program without origin', {}, 201],
		['another site', { origin: 'https://xau.example' }, 403],
		['another port', { origin: 'http://localhost:81' }, 403],
		['a sandboxed frame', { origin: 'null' }, 403],
		['a form on another site', { 'sec-fetch-site': 'cross-site' }, 403],
	])('%s', async (_name, headers: Record<string, string>, status) => {
		const answer = await server.client(headers).post('/api/guests', { locale: 'vi' });
		expect(answer.status).toBe(status);
	});
});

describe('what the API says', () => {
	it.each([
		['vi', 'Chưa đăng nhập'],
		['vi-VN,vi;q=0.9,en;q=0.8', 'Chưa đăng nhập'],
		['fr', 'Chưa đăng nhập'],
	])('speaks Vietnamese to %s', async (language, title) => {
		const answer = await server.client({ 'accept-language': language }).get('/api/me');
		expect(answer.body.title).toBe(title);
	});

	it('an unknown address is a problem', async () => {
		const answer = await server.anonymous.get('/api/khong-co');
		expect(answer.status).toBe(404);
		expect(answer.headers['content-type']).toContain('application/problem+json');
	});

	it.each([
		['broken JSON', '{"locale":', 400],
		['no JSON', 'xin chào', 400],
		['10 MB', JSON.stringify({ locale: 'x'.repeat(10_000_000) }), 413],
		['NUL', '{"username":"a\\u0000bc","password":"xxxxxxxx"}', 400],
		['half a surrogate pair', '{"username":"a\\ud800bc","password":"xxxxxxxx"}', 400],
	])('%s gives a clear 4xx', async (_name, body, status) => {
		const answer = await server.anonymous.post('/api/session', body);
		expect(answer.status).toBe(status);
		expect(answer.body.detail).toBeTruthy();
	});

	it('health tells the database', async () => {
		const answer = await server.anonymous.get('/health');
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({
			status: 'ok',
			database: process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'pglite',
			version: expect.any(String),
		});
	});
});

describe('what a stranger tries', () => {
	it('white space around a name is no new name to the limit', async () => {
		const tries = server.client({ 'user-agent': 'khoang-trang' });
		const statuses: number[] = [];
		for (const name of [
			'x',
			' x',
			'x ',
			'\tx',
			'x\u2003',
			' x ',
			'X',
			'x\u200b',
			'  x',
			'x  ',
			'\u00a0x',
			'X ',
		])
			statuses.push((await tries.post('/api/session', { username: `${name}`, password: 'doan-mo' })).status);
		expect(statuses.at(-1)).toBe(429);
	});

	it('a guest’s session does not come into the account with the guest', async () => {
		const guest = await server.guest();
		const seen = guest.cookie;
		await guest.post('/api/accounts', account('tu-khach'));
		expect((await guest.get('/api/me')).status).toBe(200);
		expect((await server.client({ cookie: seen }).get('/api/me')).status).toBe(401);
	});

	it('signing in ends the session that was here before', async () => {
		const guest = await server.guest();
		const seen = guest.cookie;
		await server.client().post('/api/accounts', account('vao-sau'));
		await guest.post('/api/session', { username: 'vao-sau', password: 'mat-khau-dai' });
		expect((await server.client({ cookie: seen }).get('/api/me')).status).toBe(401);
	});

	it('a new recovery code makes the earlier void, and a used one all others', async () => {
		const admin = await server.account({ role: 'admin' });
		await server.account({ username: 'hai-ma' });
		const first = await admin.post('/api/recovery-codes', { username: 'hai-ma' });
		const second = await admin.post('/api/recovery-codes', { username: 'hai-ma' });
		const use = (code: string) =>
			server.client().post('/api/recovery', { username: 'hai-ma', code, password: 'mat-khau-moi' });
		expect((await use(first.body.code)).status).toBe(401);
		expect((await use(second.body.code)).status).toBe(200);
	});
});

describe('methods', () => {
	it('405 with Allow where another method would do, 404 where none', async () => {
		const answer = await server.anonymous.delete('/api/me');
		expect(answer.status).toBe(405);
		expect(String(answer.headers.allow).split(', ').sort()).toEqual(['GET', 'HEAD', 'PATCH']);
		expect((await server.anonymous.delete('/api/khong-co')).status).toBe(404);
	});
});
