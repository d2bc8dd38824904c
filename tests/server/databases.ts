/** The tests' databases: each process makes one when it first needs it, and empties it between files. */
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { inject } from 'vitest';
import { onPglite, openPostgres, type Database } from '#server/db/connect.ts';
import * as tables from '#server/db/tables/index.ts';
import { createDatabase } from './postgres-server.ts';

export const onPostgres = process.env.TEST_DATABASE === 'postgres';

interface Taken {
	database: Database;
	giveBack(): Promise<void>;
}

/** Empty ones, which nobody has. */
const free: { pglite: PGlite[]; postgres: string[] } = { pglite: [], postgres: [] };

/** An empty database, up to date. */
export function takeDatabase(): Promise<Taken> {
	return onPostgres ? takePostgres() : takePglite();
}

async function takePglite(): Promise<Taken> {
	const client = free.pglite.pop() ?? (await PGlite.create({ loadDataDir: readDump() }));
	return {
		database: await onPglite(client, async () => {}),
		async giveBack() {
			await client.exec(`unlisten *; ${emptying}`);
			free.pglite.push(client);
		},
	};
}
const readDump = () => new Blob([readFileSync(inject('pgliteDump'))]);

async function takePostgres(): Promise<Taken> {
	const url = free.postgres.pop() ?? (await createDatabase(inject('postgresPrefix'), { isHasty: true }));
	const database = await openPostgres(url);
	return {
		database,
		async giveBack() {
			await database.close();
			const client = postgres(url, { max: 1, onnotice: () => {} });
			await client.unsafe(emptying);
			await client.end();
			free.postgres.push(url);
		},
	};
}

/** As a replica, so that no trigger of a foreign key asks for an order. */
const emptying = [
	'begin',
	'set local session_replication_role = replica',
	...Object.values(tables)
		.filter((table) => is(table, PgTable))
		.map((table) => `delete from "${getTableName(table)}"`),
	'commit',
].join('; ');
