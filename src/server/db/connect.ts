import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { togetherOn, type Together } from './batch.ts';
import { listenOn, type Listener } from './listen.ts';
import { lockDataDir } from './lock.ts';
import { databaseFolder } from './data-folder.ts';
import type { Query } from './query.ts';
import { refuseNewer } from './schema-age.ts';
import * as tables from './tables/index.ts';
import { projectRoot, type Config } from '../config.ts';

/** One type for both databases. */
export type Db = PgDatabase<PgQueryResultHKT, typeof tables>;
/** A database or a transaction in it. */
export type Sql = Pick<Db, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'>;

export interface Database {
	db: Db;
	/** A statement outside of any transaction, straight to the driver: see `query.ts`. */
	query: Query;
	/** A statement outside of any transaction that is shared by what comes at the same time: see `batch.ts`. */
	together: Together;
	kind: 'pglite' | 'postgres';
	/** Where PostgreSQL is; null for the embedded database. */
	url: string | null;
	/** Hears what any process tells on a channel (`pg_notify`). Returns how to stop. */
	listen(channel: string, listener: Listener): Promise<() => Promise<void>>;
	ping(): Promise<void>;
	close(): Promise<void>;
}

const migrationsFolder = path.join(projectRoot, 'src/server/db/migrations');

/** Opens the database that the configuration names, and brings it up to date. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
	return config.databaseUrl ? openPostgres(config.databaseUrl) : openPglite(config.dataDir);
}

/** PGlite belongs to one process: the folder is locked first. */
export async function openPglite(dataDir: string): Promise<Database> {
	const release = lockDataDir(dataDir);
	try {
		const client = await openFolder(dataDir);
		return await onPglite(client, async () => {
			await client.close();
			release();
		});
	} catch (error) {
		release();
		throw error;
	}
}

async function openFolder(dataDir: string): Promise<PGlite> {
	const { PGlite } = await import('@electric-sql/pglite');
	const { DurableFS, durableParams } = await import('./durable-fs.ts');
	// PGlite's own default switches fsync off; what is acknowledged must be on disk.
	const startParams = [...PGlite.defaultStartParams.filter((param) => param !== '-F'), ...durableParams];
	const create = async (folder: string) => {
		const { NodeFS } = await import('@electric-sql/pglite/nodefs');
		await (await PGlite.create({ fs: new NodeFS(folder) })).close();
	};
	const folder = await databaseFolder(dataDir, create);
	const client = await PGlite.create({ fs: new DurableFS(folder), startParams });
	try {
		await refuseNewer(migrationsFolder, (text) => client.query(text));
		const { drizzle } = await import('drizzle-orm/pglite');
		const { migrate } = await import('drizzle-orm/pglite/migrator');
		await migrate(drizzle(client), { migrationsFolder });
	} catch (error) {
		await client.close();
		throw error;
	}
	return client;
}

/** An embedded database that is open and up to date. */
export async function onPglite(client: PGlite, close: () => Promise<void>): Promise<Database> {
	const { drizzle } = await import('drizzle-orm/pglite');
	const { preparing } = await import('./pglite-statements.ts');
	const statements = preparing(client);
	return withTogether({
		db: drizzle(statements as PGlite, { schema: tables }),
		query: async (text, params) => (await statements.query(text, [...params])).rows as never,
		async listen(channel, { heard, live }) {
			const stop = await client.listen(channel, heard);
			live(true);
			return () => stop();
		},
		kind: 'pglite',
		url: null,
		ping: async () => void (await client.query('select 1')),
		close,
	});
}

function withTogether(database: Omit<Database, 'together'>): Database {
	const whole: Database = { ...database, together: (...asked) => together(...asked) };
	const together = togetherOn(whole);
	return whole;
}

/**
 * Migrations run under an advisory lock, since several processes may start at once. `asItIs`: without them, for who only
 * looks.
 */
export async function openPostgres(url: string, { asItIs = false } = {}): Promise<Database> {
	const { PostgresPool } = await import('./postgres-pool.ts');
	const { drizzle } = await import('drizzle-orm/node-postgres');
	if (!asItIs) await migratePostgres(url);
	const pool = new PostgresPool(url);
	return withTogether({
		db: drizzle(pool, { schema: tables }),
		query: async (text, params) => (await pool.query(text, [...params])).rows as never,
		listen: async (channel, listener) => listenOn(url, channel, listener),
		kind: 'postgres',
		url,
		ping: async () => void (await pool.query('select 1')),
		close: () => pool.end(),
	});
}

async function migratePostgres(url: string): Promise<void> {
	const { PostgresPool } = await import('./postgres-pool.ts');
	const { drizzle } = await import('drizzle-orm/node-postgres');
	const { migrate } = await import('drizzle-orm/node-postgres/migrator');
	// A migration, or waiting for another process to do it, takes as long as it takes.
	const single = new PostgresPool(url, { max: 1, lock_timeout: 0, statement_timeout: 0, query_timeout: 0 });
	try {
		await single.query('select pg_advisory_lock(7283001)');
		await refuseNewer(migrationsFolder, (text) => single.query(text));
		await migrate(drizzle(single), { migrationsFolder });
		await single.query('select pg_advisory_unlock(7283001)');
	} finally {
		await single.end();
	}
}
