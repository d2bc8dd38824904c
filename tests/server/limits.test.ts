import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rateLimit } from '#server/db/tables/index.ts';
import { Limits, type Limit } from '#server/limits/limits.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { event } from './learning.ts';

let server: TestServer;
beforeAll(async () => {
	server = await startServer();
});
afterAll(() => server.close());

const second = 1000;
const day = 24 * 3600 * second;
let names = 0;
const limit = (more: Partial<Limit> = {}): Limit => ({
	of: 'test',
	who: `ai-do-${++names}`,
	burst: 3,
	every: 10 * second,
	...more,
});
const tooMany = (seconds: number) => ({ failure: 'too-many', values: { seconds } });

describe('a limit that is kept', () => {
	it('lets so many through at once, then one each time that one is free again', async () => {
		let now = Date.now();
		const limits = new Limits(server.database.query, () => new Date(now));
		const one = limit();
		const take = () => limits.take([one]);
		expect([await take(), await take(), await take()]).toEqual([null, null, null]);
		expect(await take()).toEqual(tooMany(10));
		now += 4 * second;
		expect(await take()).toEqual(tooMany(6));
		now += 6 * second;
		expect(await take()).toBeNull();
		expect(await take()).toEqual(tooMany(10));
		now += 60 * second;
		expect([await take(), await take(), await take()]).toEqual([null, null, null]);
		expect(await take()).toEqual(tooMany(10));
	});

	it('is one for all processes, however many ask at the same time', async () => {
		const processes = [1, 2].map(() => new Limits(server.database.query, () => server.clock.now));
		const one = limit({ burst: 10 });
		const said = await Promise.all(Array.from({ length: 50 }, (_, n) => processes[n % 2]!.take([one])));
		expect(said.filter((failure) => failure === null)).toHaveLength(10);
	});

	it('gives back what was no try after all', async () => {
		const limits = new Limits(server.database.query, () => server.clock.now);
		const one = limit({ burst: 1 });
		for (let n = 0; n < 5; n++) {
			expect(await limits.take([one])).toBeNull();
			await limits.giveBack([one]);
		}
	});

	it('leaves later ones alone where an earlier one is used up', async () => {
		const limits = new Limits(server.database.query, () => server.clock.now);
		const [first, later] = [limit({ burst: 1 }), limit({ burst: 1 })];
		expect(await limits.take([first])).toBeNull();
		expect(await limits.take([first, later])).not.toBeNull();
		expect(await limits.take([later])).toBeNull();
	});

	it('locks nobody out for long where the clock once ran ahead', async () => {
		let now = Date.now() + 40 * day;
		const limits = new Limits(server.database.query, () => new Date(now));
		const one = limit({ burst: 1 });
		expect(await limits.take([one])).toBeNull();
		now -= 40 * day;
		expect(await limits.take([one])).toBeNull();
		expect(await limits.take([one])).toEqual(tooMany(10));
	});

	it('names nobody, and is swept away once it says nothing', async () => {
		const limits = new Limits(server.database.query, () => server.clock.now);
		const one = limit({ of: 'swept', who: 'bà Sáu' });
		await limits.take([one]);
		const rows = async () =>
			(await server.db.select().from(rateLimit)).filter(({ key }) => key.startsWith('swept '));
		expect(await rows()).toHaveLength(1);
		expect(JSON.stringify(await rows())).not.toContain('Sáu');
		server.clock.advance(day);
		await server.runJobs();
		expect(await rows()).toEqual([]);
	});
});

const from = (address: string, headers?: Record<string, string>) => new Client(server.app, headers, address);
const signIn = (one: Client, username: string, password = 'doan-mo') =>
	one.post('/api/session', { username, password });
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);

async function times<T>(count: number, once: (n: number) => Promise<T>): Promise<T[]> {
	const all: T[] = [];
	for (let n = 0; n < count; n++) all.push(await once(n));
	return all;
}

describe('guessing a password', () => {
	it('goes on for no new browser, and for no address of the same connection', async () => {
		const answers = await times(11, (n) =>
			signIn(from(`2001:db8:1:2::${n}`, { 'user-agent': `trinh-duyet-${n}` }), 'doan-tu-mot-mang'),
		);
		expect(statuses(answers)).toEqual([...Array<number>(10).fill(401), 429]);
		expect(Number(answers[10]!.headers['retry-after'])).toBeGreaterThan(0);
		expect((await signIn(from('2001:db8:1:3::1'), 'doan-tu-mot-mang')).status).toBe(401);
	});

	it('is held up still after ever so many tries at other names', async () => {
		const address = '203.0.113.7';
		await times(10, () => signIn(from(address), 'bi-doan'));
		const others = await Promise.all(
			Array.from({ length: 250 }, (_, n) =>
				server.app.limits.take([{ of: 'secret', who: `nguoi-${n}`, burst: 10, every: 30 * second }]),
			),
		);
		expect(others).toEqual(Array(250).fill(null));
		expect((await signIn(from(address), 'bi-doan')).status).toBe(429);
	});

	it('from many networks locks the owner out of no device on which they have signed in', async () => {
		const username = 'chu-may';
		const owner = await server.account({ username });
		const device = from('198.51.100.1');
		const first = await signIn(device, username, 'mat-khau-dai');
		expect(first.status).toBe(200);
		const cookies = [first.headers['set-cookie']].flat().map((line) => String(line).split(';')[0]);
		const known = cookies.find((cookie) => cookie?.startsWith('cung_hoc_device='))!;
		expect(known).not.toContain(owner.me!.id);

		await times(100, (n) => server.app.limits.take(strangers(username, `192.0.2.${n}`)));
		expect((await signIn(from('198.51.100.2'), username, 'mat-khau-dai')).status).toBe(429);
		const back = await signIn(from('198.51.100.3', { cookie: known }), username, 'mat-khau-dai');
		expect(back.status).toBe(200);
		// It is a try of this device all the same.
		const guesses = await times(11, () => signIn(from('198.51.100.4', { cookie: known }), username));
		expect(statuses(guesses)).toEqual([...Array<number>(10).fill(401), 429]);
	});

	it('from the same hall locks the owner out of no device on which they have signed in', async () => {
		const hall = '198.51.100.77';
		await server.account({ username: 'trong-hoi-truong' });
		const first = await signIn(from(hall), 'trong-hoi-truong', 'mat-khau-dai');
		const lines = [first.headers['set-cookie']].flat().map(String);
		const cookie = lines.find((line) => line.startsWith('cung_hoc_device='))!.split(';')[0]!;
		const flood: Limit = { of: 'secrets', who: hall, burst: 300, every: second };
		// One comes back each second, and a slow machine takes several for this.
		await times(360, () => server.app.limits.take([flood]));
		expect((await signIn(from(hall), 'khong-co-ai')).status).toBe(429);
		const back = await signIn(from(hall, { cookie }), 'trong-hoi-truong', 'mat-khau-dai');
		expect(back.status).toBe(200);
	});

	it('a mark of another name, or one that is made up, opens no other tries', async () => {
		const other = await server.account({ username: 'ban-be' });
		expect(other.me).not.toBeNull();
		const reply = await signIn(from('198.51.100.9'), 'ban-be', 'mat-khau-dai');
		const lines = [reply.headers['set-cookie']].flat().map(String);
		const mark = lines.find((line) => line.startsWith('cung_hoc_device='))!.split(';')[0]!;
		await times(100, (n) => server.app.limits.take(strangers('nan-nhan', `192.0.2.${n}`)));
		for (const cookie of [mark, `cung_hoc_device=${'a'.repeat(16)}.${'b'.repeat(43)}`, 'cung_hoc_device=x'])
			expect((await signIn(from('198.51.100.10', { cookie }), 'nan-nhan')).status, cookie).toBe(429);
	});

	it('those who know their password do not use it up: a hall signs in by one address', async () => {
		await server.account({ username: 'vao-nhieu-lan' });
		const answers = await times(12, () => signIn(from('203.0.113.50'), 'vao-nhieu-lan', 'mat-khau-dai'));
		expect(statuses(answers)).toEqual(Array(12).fill(200));
	});
});

/** What a wrong try at a name from another network takes. */
const strangers = (username: string, address: string): Limit[] => [
	{ of: 'secret', who: `/api/session ${username} ${address}`, burst: 10, every: 30 * second },
	{ of: 'secret-name', who: `/api/session ${username}`, burst: 100, every: 30 * second },
];

describe('guests', () => {
	it('are made as fast as a full hall comes in; then there is a pause', async () => {
		const make = (address: string) => from(address).post('/api/guests', { locale: 'vi' });
		const answers = await Promise.all(Array.from({ length: 330 }, () => make('203.0.113.99')));
		const made = answers.filter(({ status }) => status === 201);
		expect(made.length).toBeGreaterThanOrEqual(300);
		expect(made.length).toBeLessThan(330);
		const refused = answers.find(({ status }) => status === 429)!;
		expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(2);
		expect((await make('203.0.113.100')).status).toBe(201);
	});

	it('have so much to write a day, however they send it', async () => {
		const guest = await server.guest();
		const batch = () => ({
			events: Array.from({ length: 200 }, () => event('lesson.opened', 'mat-khau')),
		});
		const sent = await times(51, () => guest.post('/api/events', batch()));
		expect(statuses(sent)).toEqual([...Array<number>(50).fill(200), 429]);
		expect((await guest.get('/api/me')).status).toBe(200);
	});
});

it('a browser that calls itself something else each time is one of its block still', async () => {
	const answers = await Promise.all(
		Array.from({ length: 12_050 }, (_, n) => from('203.0.113.200', { 'user-agent': `${n}` }).get('/api/me')),
	);
	expect(statuses(answers).filter((status) => status === 401)).toHaveLength(12_000);
	expect((await from('203.0.113.200').get('/health')).status).toBe(200);
	expect((await from('203.0.113.201').get('/api/me')).status).toBe(401);
});
