/** Statements that the embedded database prepares: they come to the same as PGlite's own. */
import { PGlite, types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { preparing, type Statements } from '#server/db/pglite-statements.ts';
import { onPostgres } from './databases.ts';

let client: PGlite;
let statements: Statements;
const asIt = { [types.TIMESTAMPTZ]: (value: string) => value };
const numbers = async () =>
	(await client.query<{ n: number }>('select n from counted order by n')).rows.map(({ n }) => n);
const insert = 'insert into counted (n) values ($1)';
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(error: { code?: string; cause?: { code?: string } }) => error.code ?? error.cause?.code,
	);

describe.runIf(!onPostgres)('prepared statements of the embedded database', () => {
	beforeAll(async () => {
		client = await PGlite.create();
		await client.exec('create table counted (n int primary key, kept timestamptz)');
		statements = preparing(client);
	});
	afterAll(() => client.close());

	it('give what PGlite gives, of every type, in both modes, the first time and later', async () => {
		const text = `select $1::text as word, $2::int as whole, $3::float8 as part, $4::boolean as truth,
			$5::timestamptz as moment, $6::jsonb as json, $7::text[] as list, $8::uuid as id, $9::bytea as bytes,
			$10::date as day, $11::bigint as large, $12::text as nothing`;
		const params = [
			'Đặng Thị Mỹ Lệ 😀 ភាសាខ្មែរ \'"$1\\',
			-7,
			0.1,
			false,
			new Date('2026-11-28T05:00:00.123Z'),
			{ a: [1, null, { b: 'ữ' }] },
			['một', 'hai, "ba"', null],
			'5f0f1b1e-8c5b-4a53-9d60-0d9b3f1f7a11',
			new Uint8Array([0, 1, 255]),
			'2026-11-28',
			'9007199254740993',
			null,
		];
		for (const options of [{}, { rowMode: 'array' as const }, { parsers: asIt }, undefined]) {
			const own = await client.query(text, params, options);
			for (let time = 0; time < 2; time += 1) {
				const { rows, fields } = await statements.query(text, params, options);
				expect({ rows, fields }).toEqual({ rows: own.rows, fields: own.fields });
			}
		}
	});

	it('say how many rows they changed', async () => {
		const changed = async (text: string, params: unknown[]) =>
			(await statements.query(text, params)).affectedRows;
		expect(await changed('insert into counted (n) select generate_series(1, $1::int)', [5])).toBe(5);
		expect(await changed('update counted set kept = now() where n > $1', [2])).toBe(3);
		expect(await changed('select n from counted where n > $1', [0])).toBe(0);
		expect(await changed('delete from counted where n > $1', [0])).toBe(5);
	});

	it('fail as PGlite has them fail, and work afterwards', async () => {
		await statements.query(insert, [1]);
		expect(await codeOf(statements.query(insert, [1]))).toBe('23505');
		expect(await codeOf(statements.query(insert, ['eins']))).toBe('22P02');
		for (let time = 0; time < 2; time += 1)
			expect(await codeOf(statements.query('select n from nowhere where n = $1', [1]))).toBe('42P01');
		await statements.query(insert, [2]);
		expect(await numbers()).toEqual([1, 2]);
		await client.exec('delete from counted');
	});

	it('stand within a transaction or outside of it, never between its statements', async () => {
		const db = drizzle(statements as PGlite);
		const inside = db.transaction(async (tx) => {
			for (const n of [1, 2, 3]) {
				await tx.execute(sql`insert into counted (n) values (${n})`);
				await new Promise((resolve) => setTimeout(resolve, 5));
			}
			throw new Error('All of it is taken back');
		});
		const outside = [10, 11, 12].map((n) => statements.query(insert, [n]));
		await expect(inside).rejects.toThrow('All of it is taken back');
		await Promise.all(outside);
		expect(await numbers()).toEqual([10, 11, 12]);

		await db.transaction(async (tx) => {
			await tx.execute(sql`insert into counted (n) values (${1})`);
			const nested = tx.transaction((inner) => inner.execute(sql`insert into counted (n) values (${10})`));
			expect(await codeOf(nested)).toBe('23505');
			await tx.execute(sql`insert into counted (n) values (${2})`);
		});
		expect(await numbers()).toEqual([1, 2, 10, 11, 12]);
		await client.exec('delete from counted');
	});

	it('are planned anew for tables that have grown', async () => {
		const text = 'select kept from grown where n = $1';
		await client.exec('create table grown (n int primary key, kept text); insert into grown values (1)');
		await client.exec('vacuum analyze grown');
		for (let time = 0; time < 8; time += 1) await statements.query(text, [time]);
		const [{ name } = { name: '' }] = (
			await client.query<{ name: string }>('select name from pg_prepared_statements where statement = $1', [
				text,
			])
		).rows;
		const plan = async () =>
			JSON.stringify((await client.query(`explain (costs off) execute ${name}(1)`)).rows);
		await client.exec('insert into grown select n from generate_series(2, 20000) as n');
		await statements.query(text, [1]);
		expect(await plan()).toContain('Seq Scan');
		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 6 * 60_000);
		await statements.query(text, [1]);
		vi.restoreAllMocks();
		expect(await plan()).toMatch(/Index|Bitmap/);
	});

	it('tell whoever listens', async () => {
		const heard: string[] = [];
		const stop = await client.listen('news', (word) => heard.push(word));
		await statements.query('select pg_notify($1, $2)', ['news', 'một']);
		await statements.query('select pg_notify($1, $2)', ['news', 'hai']);
		await expect.poll(() => heard).toEqual(['một', 'hai']);
		await stop();
	});

	it('are known to all who ask the same database, and go on unprepared where there are many', async () => {
		const again = preparing(client);
		for (let n = 0; n < 600; n += 1) {
			const { rows } = await (n % 2 ? again : statements).query(`select $1::int + ${n} as sum`, [1]);
			expect(rows).toEqual([{ sum: n + 1 }]);
		}
		const count = 'select count(*)::int as n from pg_prepared_statements';
		const [{ n: kept } = { n: 0 }] = (await client.query<{ n: number }>(count)).rows;
		expect(kept).toBeGreaterThan(400);
		expect(kept).toBeLessThanOrEqual(500);
	});

	it('are refused by a database that is closed', async () => {
		const other = await PGlite.create();
		const ofOther = preparing(other);
		await ofOther.query('select $1::int', [1]);
		await other.close();
		await expect(ofOther.query('select $1::int', [1])).rejects.toThrow('closed');
	});
});
