/** Signing in by two steps: turned on and off, asked for, limited, and not gone round by anything. */
import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepAt } from '#domain/totp.ts';
import { resetSecondStep } from '#server/accounts/reset-second-step.ts';
import { Sealing } from '#server/accounts/sealing.ts';
import { useStep } from '#server/accounts/second-step-store.ts';
import { makeRecoveryCode } from '#server/accounts/recovery.ts';
import { commandLine } from '#server/accounts/store.ts';
import { runCommand } from '#server/commands.ts';
import { backupCode, secondStep } from '#server/db/tables/index.ts';
import { hashedDearly, startServer, type Client, type TestServer } from './harness.ts';
import { begin, password, turnOn, twoSteps } from './two-steps.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let server: TestServer;
beforeAll(async () => {
	server = await startServer({ apart: true });
});
afterAll(() => server.close());

/** Says the password on a new device. */
async function half(username: string, word = password, more: object = {}) {
	const device = server.client();
	const answer = await device.post('/api/session', { username, password: word, ...more });
	return { device, ...answer };
}
const finish = (device: Client, code: string) => device.post('/api/session/second-step', { code });
const statusOf = async (device: Client) => (await device.get('/api/me')).status;
const stateOf = async (one: Client) => (await one.get('/api/me/second-step')).body;
const kindsOf = async (one: Client) =>
	((await one.get('/api/me/events')).body.events as { kind: string }[]).map(({ kind }) => kind);
const next = () => server.clock.advance(30_000);
/** A code that is not right now. */
const wrong = (code: (later?: number) => string) => {
	const right = [-1, 0, 1].map((later) => code(later));
	return ['000000', '111111', '222222', '333333'].find((one) => !right.includes(one))!;
};

describe('turning it on', () => {
	it('gives a secret for the password, and counts once a code has come of it', async () => {
		const one = await server.account();
		expect(await stateOf(one)).toEqual({ since: null, backupCodes: 0 });
		const { body, status } = await one.post('/api/me/second-step', { password });
		expect(status).toBe(201);
		expect(body.secret).toMatch(/^[A-Z2-7]{32}$/);
		expect(body.uri).toContain(`secret=${body.secret}`);
		expect(decodeURIComponent(body.uri)).toContain(`Cùng Học:${one.me!.username}`);
		expect((await stateOf(one)).since).toBeNull();
		expect((await half(one.me!.username!)).status).toBe(200);
	});

	it('gives ten backup codes, a session anew, and ends all others', async () => {
		const one = await server.account();
		const before = one.cookie;
		const { device: other } = await half(one.me!.username!);
		const { backup } = await turnOn(server, one);
		expect(new Set(backup).size).toBe(10);
		for (const code of backup) expect(code).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}$/);
		expect(await statusOf(one)).toBe(200);
		expect(await statusOf(other)).toBe(401);
		expect(await statusOf(server.client({ cookie: before }))).toBe(401);
		expect(await stateOf(one)).toMatchObject({ since: expect.any(String), backupCodes: 10 });
		expect((await one.get('/api/me')).body.secondStep).toBe('on');
		expect(await kindsOf(one)).toContain('second-step.on');
	});

	it('is refused for a wrong password, at its field, and for a guest', async () => {
		const one = await server.account();
		const answer = await one.post('/api/me/second-step', { password: 'khong-phai' });
		expect([answer.status, answer.body.errors[0].path]).toEqual([403, '/password']);
		expect((await (await server.guest()).post('/api/me/second-step', { password })).status).toBe(409);
		expect((await server.client().post('/api/me/second-step', { password })).status).toBe(401);
		expect((await one.post('/api/me/second-step', {})).status).toBe(400);
	});

	it('is refused for a wrong code, an old secret, none at all, and after an hour', async () => {
		const one = await server.account();
		const confirm = (code: string) => one.post('/api/me/second-step/confirmation', { code });
		expect((await confirm('123456')).status).toBe(404);
		const first = await begin(server, one);
		const second = await begin(server, one);
		expect((await confirm(first())).status).toBe(403);
		expect((await confirm(wrong(second))).status).toBe(403);
		expect((await confirm('12')).status).toBe(400);
		server.clock.advance(61 * minute);
		expect((await confirm(second())).status).toBe(404);
		const third = await begin(server, one);
		expect((await confirm(third())).status).toBe(200);
	});

	it('is done once: another secret is not given while it is on', async () => {
		const { one, code } = await twoSteps(server);
		expect((await one.post('/api/me/second-step', { password })).status).toBe(409);
		expect((await one.post('/api/me/second-step/confirmation', { code: code(1) })).status).toBe(409);
	});

	it('takes one of two that come together', async () => {
		const one = await server.account();
		const code = (await begin(server, one))();
		const { cookie } = one;
		const confirm = () => server.client({ cookie }).post('/api/me/second-step/confirmation', { code });
		const both = await Promise.all([confirm(), confirm()]);
		expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
		const rows = await server.db.select().from(backupCode).where(eq(backupCode.learnerId, one.me!.id));
		expect(rows).toHaveLength(10);
	});
});

describe('signing in', () => {
	it('takes the password, then the code; only then is there a session', async () => {
		const { one, username, code } = await twoSteps(server);
		const { device, status, body, headers } = await half(username);
		expect([status, Object.keys(body)]).toEqual([202, ['until']]);
		expect(Date.parse(body.until) - server.clock.now.getTime()).toBeLessThanOrEqual(5 * minute);
		expect(headers['set-cookie']).toMatch(
			/^cung_hoc_half_way=[\w-]+; Max-Age=300; Path=\/; HttpOnly; SameSite=Lax$/,
		);
		expect(await statusOf(device)).toBe(401);
		const done = await finish(device, code(1));
		expect([done.status, done.body.id, done.body.secondStep]).toEqual([200, one.me!.id, 'on']);
		expect(await statusOf(device)).toBe(200);
		const kinds = await kindsOf(one);
		expect(kinds.slice(0, 2).sort()).toEqual(['second-step.asked', 'session.start']);
	});

	it('sets a cookie that no other host and no http page can set, where people come by https', async () => {
		const secure = await startServer({ origin: 'https://hoc.example' });
		const there = await twoSteps(secure);
		const answer = await secure.client().post('/api/session', { username: there.username, password });
		expect(answer.headers['set-cookie']).toMatch(/^__Host-cung_hoc_half_way=.*; Secure/);
		await secure.close();
	});

	it('remembers that the phone is shared', async () => {
		const { username, code } = await twoSteps(server);
		const { device } = await half(username, password, { shared: true });
		expect((await finish(device, code(1))).body.shared).toBe(true);
		expect(device.cookie).toContain('=shared-');
	});

	it('takes a code of one step either way, and none of two', async () => {
		const { username, code } = await twoSteps(server);
		server.clock.advance(5 * minute);
		const { device } = await half(username);
		expect((await finish(device, code(-2))).status).toBe(403);
		expect((await finish(device, code(2))).status).toBe(403);
		expect((await finish(device, code(-1))).status).toBe(200);
		expect((await finish((await half(username)).device, code(1))).status).toBe(200);
	});

	it('takes a code once, and none before one that was used', async () => {
		const { username, code } = await twoSteps(server);
		expect((await finish((await half(username)).device, code())).status).toBe(403);
		const used = code(1);
		expect((await finish((await half(username)).device, used)).status).toBe(200);
		next();
		expect((await finish((await half(username)).device, used)).status).toBe(403);
	});

	it('uses a code up for all who have read before that it was not', async () => {
		const { one } = await twoSteps(server);
		const id = one.me!.id;
		const now = stepAt(server.clock.now.getTime());
		const used = [];
		for (const step of [now + 1, now + 1, now, now + 2]) used.push(await useStep(server.db, id, step));
		expect(used).toEqual([true, false, false, true]);
	});

	it('gives one session for a code that comes twice at the same time', async () => {
		const { username, code } = await twoSteps(server);
		const [a, b] = [await half(username), await half(username)];
		const both = await Promise.all([finish(a.device, code(1)), finish(b.device, code(1))]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
	});

	it('takes each backup code once, however it is typed, also of two at the same time', async () => {
		const { one, username, backup } = await twoSteps(server);
		const typed = ` ${backup[0]!.toLowerCase().replace('-', ' ')} `;
		const [a, b] = [await half(username), await half(username)];
		const both = await Promise.all([finish(a.device, typed), finish(b.device, typed)]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
		expect((await finish((await half(username)).device, backup[0]!)).status).toBe(403);
		expect((await finish((await half(username)).device, backup[9]!)).status).toBe(200);
		expect((await stateOf(one)).backupCodes).toBe(8);
		expect(await kindsOf(one)).toContain('backup-code.use');
	});

	it('is asked of nobody who has begun and not confirmed', async () => {
		const one = await server.account();
		await begin(server, one);
		expect((await half(one.me!.username!)).status).toBe(200);
	});

	it('says nothing of it to who has no password', async () => {
		const { username } = await twoSteps(server);
		const [known, unknown] = [await half(username, 'sai-roi'), await half('khong-co-ai-ca', 'sai-roi')];
		expect(known.status).toBe(401);
		expect(known.body).toEqual(unknown.body);
	});
});

describe('the first half alone', () => {
	it('opens nothing: no route but the second half takes its cookie', async () => {
		const { username } = await twoSteps(server);
		const { device } = await half(username);
		for (const url of ['/api/me', '/api/me/second-step', '/api/me/data', '/api/learning'])
			expect([401, 404]).toContain((await device.get(url)).status);
		const asSession = device.cookie.replace('cung_hoc_half_way', 'cung_hoc_session');
		expect(await statusOf(server.client({ cookie: asSession }))).toBe(401);
	});

	it('is over after five minutes', async () => {
		const { username, code } = await twoSteps(server);
		const { device } = await half(username);
		const late = await half(username);
		server.clock.advance(4 * minute);
		expect((await finish(device, code())).status).toBe(200);
		server.clock.advance(minute);
		expect((await finish(late.device, code(1))).status).toBe(401);
	});

	it('is over once the password is another, or the second step', async () => {
		const { one, username, code } = await twoSteps(server);
		const first = await half(username);
		await one.post('/api/me/password', { current: password, password: 'ba con gà' });
		expect((await finish(first.device, code(1))).status).toBe(401);
		const second = await half(username, 'ba con gà');
		expect(second.status).toBe(202);
		await resetSecondStep(server.db, username, server.clock.now);
		expect((await finish(second.device, code(1))).status).toBe(401);
	});

	it.each([
		['none', ''],
		['nonsense', 'cung_hoc_half_way=abc'],
		['a long one', `cung_hoc_half_way=${'A'.repeat(300)}`],
	])('cannot be made up: %s', async (_, cookie) => {
		expect((await finish(server.client({ cookie }), '123456')).status).toBe(401);
	});

	it('cannot be changed', async () => {
		const { username, code } = await twoSteps(server);
		const { device } = await half(username);
		const at = device.cookie.length - 12;
		const other = device.cookie[at] === 'A' ? 'B' : 'A';
		device.cookie = device.cookie.slice(0, at) + other + device.cookie.slice(at + 1);
		expect((await finish(device, code(1))).status).toBe(401);
	});
});

describe('wrong codes', () => {
	it('make no session, stand in the safety log, and bring pauses that grow', async () => {
		const { one, username, code } = await twoSteps(server);
		const tried: number[] = [];
		for (let n = 0; n < 6; n++) {
			const { device } = await half(username);
			tried.push((await finish(device, wrong(code))).status);
			expect(await statusOf(device)).toBe(401);
		}
		expect(tried).toEqual([403, 403, 403, 403, 403, 429]);
		const { device } = await half(username);
		const refused = await finish(device, code(1));
		expect(refused.status, 'the right one waits too').toBe(429);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(30);
		server.clock.advance(61_000);
		expect((await finish(device, wrong(code))).status).toBe(403);
		server.clock.advance(61_000);
		expect((await finish(device, code())).status).toBe(429);
		server.clock.advance(61_000);
		expect((await finish(device, code())).status).toBe(200);
		expect(await kindsOf(one)).toContain('second-step.refused');
		const again = await half(username);
		expect((await finish(again.device, wrong(code))).status, 'counted anew').toBe(403);
		expect((await finish(again.device, code(1))).status).toBe(200);
	});

	it('are counted one by one where they come at the same time', async () => {
		const { username, code } = await twoSteps(server);
		const { device } = await half(username);
		const { cookie } = device;
		const bad = wrong(code);
		const all = await Promise.all(Array.from({ length: 20 }, () => finish(server.client({ cookie }), bad)));
		expect(all.filter(({ status }) => status === 403)).toHaveLength(5);
		expect(all.filter(({ status }) => status === 429)).toHaveLength(15);
	});

	it('of a stranger without the password make nobody wait', async () => {
		const { username, code } = await twoSteps(server);
		for (let n = 0; n < 9; n++) {
			const stranger = await half(username, 'doan-mo');
			expect((await finish(stranger.device, '123456')).status).toBe(401);
		}
		expect((await finish((await half(username)).device, code(1))).status).toBe(200);
	});

	it('are forgotten with a change of password, by who is signed in', async () => {
		const { one, username, code } = await twoSteps(server);
		const { device } = await half(username);
		for (let n = 0; n < 6; n++) await finish(device, wrong(code));
		await one.post('/api/me/password', { current: password, password: 'ba con gà' });
		expect((await finish((await half(username, 'ba con gà')).device, code(1))).status).toBe(200);
	});
});

describe('ending it, and other backup codes', () => {
	const both = ['end', 'backup-codes'] as const;

	it.each(both)('%s asks for password and code', async (what) => {
		const { one, code } = await twoSteps(server);
		const ask = (body: object) => one.post(`/api/me/second-step/${what}`, body);
		const badWord = await ask({ password: 'khong-phai', code: code(1) });
		expect([badWord.status, badWord.body.errors[0].path]).toEqual([403, '/password']);
		const badCode = await ask({ password, code: wrong(code) });
		expect([badCode.status, badCode.body.errors[0].path]).toEqual([403, '/code']);
		expect((await ask({ password })).status).toBe(400);
		expect((await stateOf(one)).backupCodes).toBe(10);
		expect((await ask({ password, code: code(1) })).status).toBeLessThan(300);
	});

	it.each(both)('%s is nothing where it is off', async (what) => {
		const one = await server.account();
		const answer = await one.post(`/api/me/second-step/${what}`, { password, code: '123456' });
		expect(answer.status).toBe(404);
	});

	it('once ended, the password alone signs in, and all codes are gone', async () => {
		const { one, username, backup } = await twoSteps(server);
		expect((await one.post('/api/me/second-step/end', { password, code: backup[0] })).status).toBe(204);
		expect(await stateOf(one)).toEqual({ since: null, backupCodes: 0 });
		expect((await one.get('/api/me')).body.secondStep).toBe('off');
		expect((await half(username)).status).toBe(200);
		expect(await kindsOf(one)).toContain('second-step.off');
	});

	it('new codes stand for the old ones', async () => {
		const { one, username, code, backup } = await twoSteps(server);
		const made = await one.post('/api/me/second-step/backup-codes', { password, code: code(1) });
		expect([made.status, made.body.codes.length]).toEqual([201, 10]);
		expect((await finish((await half(username)).device, backup[0]!)).status).toBe(403);
		expect((await finish((await half(username)).device, made.body.codes[0])).status).toBe(200);
		expect(await kindsOf(one)).toContain('backup-codes.make');
	});

	it('nobody guesses on with a phone that is signed in', async () => {
		const { one, code } = await twoSteps(server);
		const tries: number[] = [];
		for (let n = 0; n < 6; n++) {
			const body = { password, code: wrong(code) };
			tries.push((await one.post('/api/me/second-step/end', body)).status);
		}
		expect(tries).toEqual([403, 403, 403, 403, 403, 429]);
	});
});

describe('a recovery code', () => {
	it('gives another password, and does not go round the second step', async () => {
		const { username, code } = await twoSteps(server);
		// Whoever knew the old password has tried codes by it: with that password this is over too.
		const { device: stranger } = await half(username);
		for (let n = 0; n < 6; n++) await finish(stranger, wrong(code));
		expect((await finish(stranger, code(1))).status).toBe(429);
		const admin = await server.account({ role: 'admin' });
		const made = await admin.post('/api/recovery-codes', { username });
		const device = server.client();
		const answer = await device.post('/api/recovery', {
			username,
			code: made.body.code,
			password: 'ba con gà',
		});
		expect([answer.status, await statusOf(device)]).toEqual([202, 401]);
		expect((await finish(device, code(1))).status).toBe(200);
		expect((await half(username, 'ba con gà')).status).toBe(202);
	});

	it('does not by the operator either; a command of its own does', async () => {
		const { one, username, code } = await twoSteps(server);
		const made = await makeRecoveryCode(server.db, commandLine, username, { block: '' }, server.clock.now);
		if ('failure' in made) throw new Error(made.failure);
		const device = server.client();
		const recovery = { username, code: made.code, password: 'ba con gà' };
		expect((await device.post('/api/recovery', recovery)).status).toBe(202);
		expect((await finish(device, code(1))).status).toBe(200);
		server.app.forget(one.me!.id);
		expect(await runCommand(server.db, 'reset-second-step', { username })).toMatchObject({ username });
		server.app.forget(one.me!.id);
		expect(await statusOf(device), 'the lost phone is signed out').toBe(401);
		const after = await half(username, 'ba con gà');
		expect(after.status).toBe(200);
		const { events } = (await after.device.get('/api/me/events')).body;
		expect(events).toContainEqual(expect.objectContaining({ kind: 'second-step.reset', by: 'operator' }));
		expect(await runCommand(server.db, 'reset-second-step', { username })).toEqual({
			failure: 'second-step-unknown',
		});
		expect(await runCommand(server.db, 'reset-second-step', { username: 'khong-co-ai' })).toEqual({
			failure: 'username-unknown',
		});
	});
});

describe('as it is kept', () => {
	it('the secret is sealed, and codes are hashes that are dear to try, with one salt a person', async () => {
		const [{ one, backup }, other] = await hashedDearly(async () => [
			await twoSteps(server),
			await twoSteps(server),
		]);
		const of = { learnerId: one.me!.id };
		const [row] = await server.db.select().from(secondStep).where(eq(secondStep.learnerId, of.learnerId));
		expect(row!.secret).toMatch(/^[\w-]{64}$/);
		const learners = [one, other.one].map(({ me }) => me!.id);
		const codes = await server.db.select().from(backupCode).where(inArray(backupCode.learnerId, learners));
		const saltsOf = (id: string) =>
			new Set(
				codes.filter(({ learnerId }) => learnerId === id).map(({ codeHash }) => codeHash.split('$')[4]),
			);
		expect(saltsOf(of.learnerId).size).toBe(1);
		expect(saltsOf(of.learnerId)).not.toEqual(saltsOf(other.one.me!.id));
		for (const { codeHash } of codes) expect(codeHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(JSON.stringify(codes)).not.toContain(backup[0]!.replace('-', ''));
	});

	it('it is in the file of one’s data without secret and codes, and goes with the account', async () => {
		const { one } = await twoSteps(server);
		const { body, raw } = await one.get('/api/me/data');
		expect(body.secondStep).toEqual([{ begunAt: expect.any(String), since: expect.any(String) }]);
		expect(raw.toString()).not.toContain('argon2id');
		expect((await one.post('/api/me/deletion', { password, certificates: 'erase' })).status).toBe(204);
		for (const table of [secondStep, backupCode])
			expect(await server.db.select().from(table).where(eq(table.learnerId, one.me!.id))).toEqual([]);
	});

	it('what is sealed opens for its purpose alone, and by its key', () => {
		const [first, second] = [new Sealing(['a'.repeat(32)]), new Sealing(['b'.repeat(32), 'a'.repeat(32)])];
		const sealed = first.seal('x', 'bí mật');
		expect(first.open('x', sealed)).toEqual({ plain: Buffer.from('bí mật'), isOld: false });
		expect(first.open('y', sealed)).toBeNull();
		expect(second.open('x', sealed)).toMatchObject({ isOld: true });
		expect(first.open('x', second.seal('x', 'bí mật'))).toBeNull();
		expect(first.open('x', first.seal('x', '').slice(0, 20))).toBeNull();
		expect(first.seal('x', 'bí mật')).not.toBe(sealed);
	});

	it('a secret under an earlier key still counts, and is sealed anew when it is used', async () => {
		const there = await startServer({ sealingSecrets: ['a'.repeat(32)] });
		const { one, username, code } = await twoSteps(there);
		const rowOf = async () => {
			const [row] = await there.db.select().from(secondStep).where(eq(secondStep.learnerId, one.me!.id));
			return row!.secret;
		};
		const plain = new Sealing(['a'.repeat(32)]).open(`second-step ${one.me!.id}`, await rowOf())!.plain;
		const elsewhere = new Sealing([await settingOf(there)]).seal(`second-step ${one.me!.id}`, plain);
		await there.db.update(secondStep).set({ secret: elsewhere });
		const device = there.client();
		await device.post('/api/session', { username, password });
		expect((await finish(device, code(1))).status).toBe(200);
		expect(new Sealing(['a'.repeat(32)]).open(`second-step ${one.me!.id}`, await rowOf())?.plain).toEqual(
			plain,
		);
		await there.close();
	});
});

async function settingOf(there: TestServer): Promise<string> {
	const { selectOptionalSetting } = await import('#server/db/setting-store.ts');
	return (await selectOptionalSetting(there.db, 'sealing-secret'))!;
}

describe('where administrators must', () => {
	let strict: TestServer;
	beforeAll(async () => {
		strict = await startServer({ apart: true, requireMfa: 'admin' });
	});
	afterAll(() => strict.close());
	const acts = (one: Client, username: string) => [
		one.post('/api/recovery-codes', { username }),
		one.get('/api/account-events'),
		one.get('/api/care'),
	];

	it('the role counts only once they sign in by two steps, and what is refused says so', async () => {
		const admin = await strict.account({ role: 'admin' });
		const { username } = (await strict.account()).me!;
		for (const answer of acts(admin, username!))
			expect(await answer).toMatchObject({
				status: 403,
				body: { type: 'urn:cung-hoc:problem:second-step-needed', detail: expect.stringMatching(/\S/) },
			});
		expect((await admin.get('/api/me')).body).toMatchObject({ secondStep: 'needed', may: [] });
		expect((await admin.get('/api/views/helper')).body.people).toBeNull();
		await turnOn(strict, admin);
		for (const answer of acts(admin, username!)) expect((await answer).status).toBeLessThan(300);
		expect((await admin.get('/api/me')).body.secondStep).toBe('on');
		expect((await admin.get('/api/me')).body.may).toContain('security.read');
	});

	it('learning is as before, and other roles are', async () => {
		const admin = await strict.account({ role: 'admin' });
		expect((await admin.get('/api/views/learning')).status).toBe(200);
		const helper = await strict.account({ role: 'facilitator' });
		expect((await helper.get('/api/care')).status).toBe(200);
		expect((await helper.get('/api/account-events')).body.type).toBe('urn:cung-hoc:problem:not-allowed');
		expect((await helper.get('/api/me')).body.secondStep).toBe('off');
	});

	it('a role that is not in force asks for nothing', async () => {
		const one = await strict.account();
		const from = new Date(strict.clock.now.getTime() + day).toISOString();
		await strict.grant({ username: one.me!.username!, role: 'admin', scope: null, from });
		expect((await one.get('/api/me')).body.secondStep).toBe('off');
		expect((await one.get('/api/account-events')).body.type).toBe('urn:cung-hoc:problem:not-allowed');
	});

	it('the last administrator does not go by way of it', async () => {
		const alone = await startServer({ requireMfa: 'admin' });
		const admin = await alone.account({ role: 'admin' });
		expect((await admin.post('/api/me/deletion', { password, certificates: 'erase' })).status).toBe(409);
		await alone.close();
	});

	it('ended again, the role counts for nothing again', async () => {
		const { one, code } = await twoSteps(strict, { role: 'admin' });
		expect((await one.get('/api/account-events')).status).toBe(200);
		await one.post('/api/me/second-step/end', { password, code: code(1) });
		expect((await one.get('/api/account-events')).status).toBe(403);
	});
});
