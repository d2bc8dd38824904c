/** Many sign in at once: passwords are hashed a few at a time, and nobody waits longer for a crowd elsewhere. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { connect, type AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { HashQueue } from '#server/accounts/hash-queue.ts';
import { hashing } from '#server/accounts/passwords.ts';
import { attempt, login, person } from '#server/db/tables/index.ts';
import type { PagesHandler } from '#server/plugins/web.ts';
import { Client, startServer, type TestServer } from './harness.ts';
import { startAttempt } from './learning.ts';

const password = 'mat-khau-dai';
const hall = '203.0.113.9';

let server: TestServer;
let crowd: string[];
beforeAll(async () => {
	server = await startServer();
	await server.account({ username: 'dau-hang' });
	const [row] = await server.db.select().from(login);
	// Others like the first, without the work of hashing each password here.
	crowd = Array.from({ length: 149 }, (_, n) => `lang-${n}`);
	const people = crowd.map((name) => ({ name, id: randomUUID() }));
	await server.db.insert(person).values(people.map(({ id }) => ({ id, locale: 'vi' as const })));
	await server.db
		.insert(login)
		.values(people.map(({ name, id }) => ({ ...row!, subject: name, shown: name, learnerId: id })));
	crowd.push('dau-hang');
});
afterAll(() => server.close());

const from = (address: string) => new Client(server.app, {}, address);
const signIn = (username: string, address = hall) =>
	from(address).post('/api/session', { username, password });

/** Keeps all places of the queue taken until it is let go. */
function hold() {
	let letGo = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	// More than are done at once wait behind the first.
	const before = hashing.waiting;
	while (hashing.waiting === before) void hashing.run({ block: 'test' }, () => held);
	return letGo;
}
let letGo = () => {};
afterEach(() => letGo());

/** Which request something is done for. */
const during = new AsyncLocalStorage<string>();

/** Sends requests while nothing is hashed, and says in which order their passwords are hashed then. */
async function orderOf(asked: { name: string; send: () => Promise<{ status: number }> }[]) {
	letGo = hold();
	const order: string[] = [];
	const all: Promise<{ status: number }>[] = [];
	const run = hashing.run.bind(hashing);
	const spy = vi.spyOn(hashing, 'run').mockImplementation((turn, work) =>
		run(turn, () => {
			order.push(during.getStore()!);
			return work();
		}),
	);
	for (const { name, send } of asked) {
		const before = hashing.waiting;
		all.push(during.run(name, send));
		await vi.waitFor(() => expect(hashing.waiting).toBe(before + 1), { interval: 1 });
	}
	letGo();
	for (const { status } of await Promise.all(all)) expect(status).toBe(200);
	spy.mockRestore();
	expect(order).toHaveLength(asked.length);
	return order;
}

describe('a hundred and fifty who sign in at once from one village hall', () => {
	it('all come in, or are told when to come again', async () => {
		const began = performance.now();
		let longest = 0;
		const replies = await Promise.all(
			crowd.map(async (username) => {
				const reply = await signIn(username);
				longest = Math.max(longest, performance.now() - began);
				return reply;
			}),
		);
		const statuses = replies.map(({ status }) => status);
		for (const { status, headers, body } of replies.filter((reply) => reply.status !== 200)) {
			expect(status).toBe(503);
			expect(body.type).toBe('urn:cung-hoc:problem:busy');
			expect(Number(headers['retry-after'])).toBeGreaterThan(0);
		}
		const came = statuses.filter((status) => status === 200).length;
		expect(came).toBeGreaterThan(100);
		expect(longest).toBeLessThan(25_000);
	});

	it('hold up somebody elsewhere by a turn', async () => {
		const others = crowd.slice(0, 40).map((name) => ({ name, send: () => signIn(name) }));
		const order = await orderOf([
			...others,
			{ name: 'elsewhere', send: () => signIn('dau-hang', '198.51.100.4') },
		]);
		// Behind those of the hall who are hashed already.
		expect(order.indexOf('elsewhere')).toBeLessThan(4);
	});
});

describe('whoever is in an attempt whose time is running', () => {
	it('goes first when they sign in again', async () => {
		const one = await server.account({ username: 'dang-thi' });
		const { id } = await startAttempt(one, 'giua-khoa');
		const until = (ms: number) =>
			server.db
				.update(attempt)
				.set({ deadline: new Date(Date.now() + ms) })
				.where(eq(attempt.id, id));
		await until(600_000);
		const others = crowd.slice(0, 20).map((name) => ({ name, send: () => signIn(name) }));
		const order = await orderOf([...others, { name: 'exam', send: () => signIn('dang-thi') }]);
		expect(order.indexOf('exam')).toBeLessThan(3);
		await until(-600_000);
		const late = await orderOf([...others, { name: 'exam', send: () => signIn('dang-thi') }]);
		expect(late.indexOf('exam')).toBeGreaterThan(15);
	});
});

describe('whoever has gone', () => {
	/** A page whose form signs in by the API. */
	const pages: PagesHandler = (request, response) => {
		const body = JSON.stringify({ username: 'dau-hang', password });
		const headers = { 'content-type': 'application/json' };
		void request.askApi!({ method: 'POST', url: '/api/session', headers, body }).then(({ status }) =>
			response.writeHead(status).end(),
		);
	};

	it.each(['/api/session', '/sign-in'])('waits no longer for %s', async (address) => {
		const other = await startServer({ pages });
		await other.app.listen({ port: 0, host: '127.0.0.1' });
		const { port } = other.app.server.address() as AddressInfo;
		letGo = hold();
		const before = hashing.waiting;
		const body = JSON.stringify({ username: 'dau-hang', password });
		const socket = connect(port, '127.0.0.1');
		socket.write(
			`POST ${address} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
				`content-length: ${body.length}\r\n\r\n${body}`,
		);
		await vi.waitFor(() => expect(hashing.waiting).toBe(before + 1));
		socket.destroy();
		await vi.waitFor(() => expect(hashing.waiting).toBe(before));
		await other.close();
	});
});

describe('the queue', () => {
	it('refuses what would wait for too long, and says how long that would be', async () => {
		let now = 0;
		const queue = new HashQueue(1, () => now);
		let release = () => {};
		const slow = () => new Promise<void>((resolve) => (release = resolve));
		// It learns that a piece of work takes ten seconds.
		for (let n = 0; n < 60; n++)
			await queue.run({ block: 'a' }, async () => {
				now += 10_000;
				return Promise.resolve();
			});
		const running = queue.run({ block: 'a' }, slow);
		const first = queue.run({ block: 'a' }, () => Promise.resolve('first'));
		const second = queue.run({ block: 'a' }, () => Promise.resolve('second'));
		const refused = queue.run({ block: 'a' }, () => Promise.resolve());
		await expect(refused).rejects.toMatchObject({ failure: { failure: 'busy', values: { seconds: 30 } } });
		const other = queue.run({ block: 'b' }, () => Promise.resolve('other'));
		expect(queue.waiting).toBe(3);
		release();
		await running;
		expect(await Promise.all([first, second, other])).toEqual(['first', 'second', 'other']);
		expect(queue.waiting).toBe(0);
	});

	it('goes on after work that fails', async () => {
		const queue = new HashQueue(1);
		const failed = queue.run({ block: 'a' }, () => Promise.reject(new Error('no')));
		const next = queue.run({ block: 'a' }, () => Promise.resolve(1));
		await expect(failed).rejects.toThrow('no');
		expect(await next).toBe(1);
	});
});
