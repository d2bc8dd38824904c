/** A database of one's own for a server under test: a data folder for PGlite, or a database on PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { openDatabase, type Database } from '#server/db/connect.ts';
import { addressOf, createDatabase, dropDatabase } from '../server/postgres-server.ts';

export type DatabaseKind = Database['kind'];

export interface Target {
	kind: DatabaseKind;
	/** What tells the server where its database is. */
	env: Record<string, string>;
	/** Opens the database itself; PGlite only once the server has stopped. */
	open(): Promise<Database>;
	drop(): Promise<void>;
}

export async function makeTarget(kind: DatabaseKind): Promise<Target> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'cung-hoc-data-'));
	const database = kind === 'postgres' ? await createDatabase('cung_hoc_deep_') : null;
	return {
		kind,
		env: { DATA_DIR: dataDir, TRUST_PROXY: 'loopback', ...(database && { DATABASE_URL: database }) },
		open: () => openDatabase({ databaseUrl: database, dataDir }),
		async drop() {
			if (database) await dropDatabase(database);
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

export async function postgresAnswers(): Promise<boolean> {
	const client = postgres(addressOf(), { max: 1, connect_timeout: 3, onnotice: () => {} });
	try {
		await client`select 1`;
		return true;
	} catch {
		return false;
	} finally {
		await client.end({ timeout: 1 });
	}
}
