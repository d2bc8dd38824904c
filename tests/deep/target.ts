/** A database of one's own for a server under test: a data folder for PGlite, or a database on PostgreSQL. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { openDatabase, type Database } from '#server/db/connect.ts';

export type DatabaseKind = Database['kind'];

export interface Target {
	kind: DatabaseKind;
	/** What tells the server where its database is. */
	env: Record<string, string>;
	/** Opens the database itself; PGlite only once the server has stopped. */
	open(): Promise<Database>;
	drop(): Promise<void>;
}

/** Address of a PostgreSQL server on which databases may be made and dropped. */
const postgresServer = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export async function makeTarget(kind: DatabaseKind): Promise<Target> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'cung-hoc-data-'));
	const database = kind === 'postgres' ? await createPostgres() : null;
	return {
		kind,
		env: { DATA_DIR: dataDir, TRUST_PROXY: 'loopback', ...(database && { DATABASE_URL: database.url }) },
		open: () => openDatabase({ databaseUrl: database?.url ?? null, dataDir }),
		async drop() {
			await database?.drop();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}

export async function postgresAnswers(): Promise<boolean> {
	const client = postgres(postgresServer, { max: 1, connect_timeout: 3, onnotice: () => {} });
	try {
		await client`select 1`;
		return true;
	} catch {
		return false;
	} finally {
		await client.end({ timeout: 1 });
	}
}

async function createPostgres() {
	const name = `cung_hoc_deep_${randomBytes(6).toString('hex')}`;
	const admin = postgres(postgresServer, { max: 1, onnotice: () => {} });
	await admin.unsafe(`create database ${name}`);
	const url = new URL(postgresServer);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		async drop() {
			await admin.unsafe(`drop database ${name} with (force)`);
			await admin.end();
		},
	};
}
