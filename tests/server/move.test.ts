import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, type Database } from '#server/db/connect.ts';
import { moveDatabase } from '#server/db/move.ts';
import { courseMedia, coursePart, login, person } from '#server/db/tables/index.ts';
import { startServer, type TestServer } from './harness.ts';
import { createDatabase, dropDatabase } from './postgres-server.ts';

/** Needs PostgreSQL as the target, so it runs in that project alone; the source is this test's own server. */
describe.runIf(process.env.TEST_DATABASE === 'postgres')('moving a database', () => {
	let address: string;
	let server: TestServer;
	let target: Database;
	beforeAll(async () => {
		server = await startServer();
		address = await createDatabase('cung_hoc_move_');
		target = await openPostgres(address);
	});
	afterAll(async () => {
		await target.close();
		await dropDatabase(address);
		await server.close();
	});

	it('copies every row as it is, and refuses a second time', async () => {
		for (let n = 0; n < 250; n++) await server.guest();
		await server.account();
		const film = (n: number) => ({
			hash: `${n}`.repeat(32),
			type: 'video/mp4',
			bytes: new Uint8Array([n, 0, 255]),
		});
		await server.db.insert(courseMedia).values([1, 2, 3].map(film));
		const inserts = watchInserts(target.db);
		const counts = await moveDatabase(server.db, inserts.db);
		expect(counts.person).toBe(251);
		expect(inserts.rowsOf(person)).toEqual([200, 51]);
		expect(inserts.rowsOf(courseMedia)).toEqual([1, 1, 1, 1]);
		for (const table of [person, login, coursePart, courseMedia]) {
			const sorted = async (db: Database['db']) =>
				(await db.select().from(table)).map((row) => JSON.stringify(row)).sort();
			expect(await sorted(target.db)).toEqual(await sorted(server.db));
		}
		await expect(moveDatabase(server.db, target.db)).rejects.toThrow(/not empty/);
	});
});

/** A database that notes how many rows each insert has. */
function watchInserts(db: Database['db']) {
	const seen: { table: unknown; rows: number }[] = [];
	const watched = <T extends Pick<Database['db'], 'insert'>>(target: T): T =>
		new Proxy(target, {
			get(on, name) {
				const value: unknown = Reflect.get(on, name);
				if (name === 'insert')
					return (table: typeof person) => ({
						values: (rows: (typeof person.$inferInsert)[]) => {
							seen.push({ table, rows: rows.length });
							return on.insert(table).values(rows);
						},
					});
				if (name === 'transaction')
					return (body: (tx: T) => Promise<unknown>) =>
						(on as unknown as Database['db']).transaction((tx) => body(watched(tx as unknown as T)));
				return typeof value === 'function' ? value.bind(on) : value;
			},
		});
	const rowsOf = (table: unknown) => seen.filter((one) => one.table === table).map((one) => one.rows);
	return { db: watched(db), rowsOf };
}
