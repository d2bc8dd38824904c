/** The pool of connections to PostgreSQL, when what it is connected to breaks, hangs, or is locked. */
import { drizzle } from 'drizzle-orm/node-postgres';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PostgresPool } from '#server/db/postgres-pool.ts';
import { isUnavailable } from '#server/db/unavailable.ts';
import { flakyProxy, type FlakyProxy } from './flaky-proxy.ts';
import { addressOf } from './postgres-server.ts';
import { onPostgres } from './databases.ts';

let proxy: FlakyProxy;
let pool: PostgresPool;
beforeAll(async () => {
	proxy = await flakyProxy(new URL(addressOf()));
	pool = new PostgresPool(proxy.url.href, {
		max: 2,
		query_timeout: 400,
		lock_timeout: 100,
		connectionTimeoutMillis: 1000,
	});
});
beforeEach(() => proxy.resume());
afterAll(async () => {
	await pool.end();
	await proxy.close();
});

const failure = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(error: unknown) => ({ unavailable: isUnavailable(error) }),
	);
const works = async () =>
	(await Promise.all([1, 2, 3, 4].map((n) => pool.query('select $1::int as n', [n])))).map(
		({ rows }) => rows[0].n as number,
	);

describe.runIf(onPostgres)('the pool', () => {
	it('gives up what gets no answer, and the connection with it', async () => {
		const db = drizzle(pool);
		const hangs = (freeze: () => void) =>
			db.transaction(async (tx) => {
				await tx.execute(sql`select 1`);
				freeze();
				await tx.execute(sql`select 2`);
			});
		await works();
		expect(
			await Promise.all([failure(hangs(() => proxy.freeze())), failure(hangs(() => proxy.freeze()))]),
		).toEqual([{ unavailable: true }, { unavailable: true }]);
		proxy.resume();
		expect(await works()).toEqual([1, 2, 3, 4]);
	});

	it('gets its connections back when a transaction breaks at its first statement', async () => {
		const db = drizzle(pool);
		await works();
		for (let round = 0; round < 3; round += 1) {
			const client = await pool.connect();
			client.release();
			proxy.cut();
			const broken = [1, 2].map(() => failure(db.transaction((tx) => tx.execute(sql`select 1`))));
			for (const one of await Promise.all(broken))
				expect(one ?? { unavailable: true }).toEqual({ unavailable: true });
		}
		expect(await works()).toEqual([1, 2, 3, 4]);
	});

	it('lives on when a connection breaks between two statements of a transaction', async () => {
		const db = drizzle(pool);
		const broken = db.transaction(async (tx) => {
			await tx.execute(sql`select 1`);
			await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => {});
			await tx.execute(sql`select 2`);
		});
		expect(await failure(broken)).toEqual({ unavailable: true });
		expect(await works()).toEqual([1, 2, 3, 4]);
	});

	it('waits for a lock no longer than it must', async () => {
		const holder = await pool.connect();
		await holder.query('begin');
		await holder.query('select pg_advisory_xact_lock(4711)');
		expect(await failure(pool.query('select pg_advisory_xact_lock(4711)'))).toEqual({ unavailable: true });
		await holder.query('rollback');
		holder.release();
		expect(await works()).toEqual([1, 2, 3, 4]);
	});

	it('keeps a statement prepared once for each text', async () => {
		const prepared = async () =>
			(
				await pool.query(
					"select count(*)::int as n from pg_prepared_statements where statement like '%once%'",
				)
			).rows[0].n as number;
		await pool.end();
		pool = new PostgresPool(proxy.url.href, { max: 1 });
		for (let n = 0; n < 5; n += 1) await pool.query('select $1::int as once', [n]);
		expect(await prepared()).toBe(1);
	});
});
