/** User names are unique and found by one fold, and none can be taken for another. */
import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldUsernameAsBefore } from '#domain/usernames.ts';
import { refoldUsernames } from '#server/accounts/refold.ts';
import { login } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

const password = 'mat-khau-dai';
const register = (username: string) =>
	server.client().post('/api/accounts', { username, password, displayName: 'Lê Văn Mẫu', locale: 'vi' });
const signIn = (username: string) => server.client().post('/api/session', { username, password });

describe('a user name', () => {
	it.each([
		['thu-hòa', 'thu-hoà'],
		['\u00d0ào-hoa', 'ĐÀO-HOA'],
		['lan–anh', 'lan-anh'],
		['ចាន់\u200bសុខា', 'ចាន់សុខា'],
		['ｍｉｎｈ', 'minh'],
	])('%j is taken by %j too, and both find it', async (one, other) => {
		const wide = one.replace('–', '-');
		const made = await register(wide);
		expect(made.status, JSON.stringify(made.body)).toBe(201);
		const again = await register(other);
		expect([again.status, again.body.type]).toEqual([409, 'urn:cung-hoc:problem:username-taken']);
		for (const typed of [one, other, ` ${other} `]) {
			const found = await signIn(typed);
			expect([typed, found.status, found.body.id]).toEqual([typed, 200, made.body.id]);
		}
	});

	it.each(['l\u0430n-anh', 'lan\u034f-anh', 'lan-សុខា'])(
		'%j is refused, when registering and for who is registered',
		async (username) => {
			const refused = await register(username);
			expect([refused.status, refused.body.type]).toEqual([400, 'urn:cung-hoc:problem:username-unclear']);
			expect(refused.body.errors[0].path).toBe('/username');
			const helper = await server.account({ role: 'facilitator' });
			const care = await helper.post('/api/care', { username, displayName: 'Bà Tư', locale: 'vi' });
			expect([care.status, care.body.type]).toEqual([400, 'urn:cung-hoc:problem:username-unclear']);
		},
	);
	it('"Lê Văn Tám" is told that it is the space, and what would do', async () => {
		const refused = await register('Lê Văn Tám');
		expect([refused.status, refused.body.type]).toEqual([400, 'urn:cung-hoc:problem:username-spaced']);
		expect(refused.body.errors).toEqual([
			{ path: '/username', message: expect.stringContaining('dấu cách. Có thể dùng: le-van-tam') },
		]);
		const helper = await server.account({ role: 'facilitator' });
		const wish = { username: 'Bà Tư', displayName: 'Bà Tư', locale: 'vi' };
		const care = await helper.post('/api/care', wish);
		expect([care.status, care.body.type]).toEqual([400, 'urn:cung-hoc:problem:username-spaced']);
	});
});

describe('user names from before', () => {
	/** Registers, and makes the row what it was before: two names may then be one by the fold of now. */
	async function registerBefore(shown: string) {
		const made = await server.account();
		const change = { subject: foldUsernameAsBefore(shown), shown, fold: 1 };
		await server.db
			.update(login)
			.set(change)
			.where(and(eq(login.kind, 'password'), eq(login.learnerId, made.me!.id)));
		return made.me!.id;
	}

	it('are found by the fold of now once they are folded anew, and taken by it', async () => {
		const id = await registerBefore('Cúc-Hòa');
		expect(await refoldUsernames(server.db)).toEqual([]);
		expect((await signIn('cúc-hoà')).body.id).toBe(id);
		expect((await signIn('CÚC-HÒA')).body.id).toBe(id);
		expect((await register('cúc-hoà')).status).toBe(409);
	});

	it('that are one by it keep both their accounts, each by its own spelling', async () => {
		const first = await registerBefore('Bé-Thủy');
		const second = await registerBefore('Bé-Thuỷ');
		const third = await registerBefore('bé-thuỷ.');
		expect((await refoldUsernames(server.db)).sort()).toEqual(['Bé-Thủy', 'bé-thuỷ.'].sort());
		expect((await signIn('bé-thủy')).body.id).toBe(first);
		expect((await signIn('bé-thuỷ')).body.id).toBe(second);
		expect((await signIn('bé-thuỷ.')).body.id).toBe(third);
		expect((await register('bé-thủy')).status).toBe(409);
		expect(await refoldUsernames(server.db), 'a second time').toEqual([]);
		const rows = await server.db
			.select({ fold: login.fold })
			.from(login)
			.where(inArray(login.learnerId, [first, second, third]));
		expect(rows.map(({ fold }) => fold)).toEqual([2, 2, 2]);
	});

	it('take codes: who is found by the fold comes back by it', async () => {
		const id = await registerBefore('Út-Hòa');
		await refoldUsernames(server.db);
		const admin = await server.account({ role: 'admin' });
		const { code } = (await admin.post('/api/recovery-codes', { username: 'út-hoà' })).body;
		const back = await server
			.client()
			.post('/api/recovery', { username: 'Út-Hòa', code, password: 'chim-se-bay-cay' });
		expect([back.status, back.body.id]).toEqual([200, id]);
	});
});
