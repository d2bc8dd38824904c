import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, type Database } from '#server/db/connect.ts';
import { moveDatabase } from '#server/db/move.ts';
import { coursePart, login, person } from '#server/db/tables.ts';
import { postgresServer, startServer, type TestServer } from './harness.ts';

/** Needs PostgreSQL as the target, so it runs in that project alone; the source is this test's own server. */
describe.runIf(process.env.TEST_DATABASE === 'postgres')('moving a database', () => {
	const name = `cung_hoc_move_${randomBytes(6).toString('hex')}`;
	const admin = postgres(postgresServer, { max: 1, onnotice: () => {} });
	let server: TestServer;
	let target: Database;
	beforeAll(async () => {
		server = await startServer();
		await admin.unsafe(`create database ${name}`);
		const url = new URL(postgresServer);
		url.pathname = `/${name}`;
		target = await openPostgres(url.href);
	});
	afterAll(async () => {
		await target.close();
		await admin.unsafe(`drop database ${name} with (force)`);
		await admin.end();
		await server.close();
	});

	it('copies every row as it is, and refuses a second time', async () => {
		for (let n = 0; n < 250; n++) await server.guest();
		await server.account();
		const counts = await moveDatabase(server.db, target.db);
		expect(counts.person).toBe(251);
		for (const table of [person, login, coursePart]) {
			const sorted = async (db: Database['db']) =>
				(await db.select().from(table)).map((row) => JSON.stringify(row)).sort();
			expect(await sorted(target.db)).toEqual(await sorted(server.db));
		}
		await expect(moveDatabase(server.db, target.db)).rejects.toThrow(/not empty/);
	});
});
