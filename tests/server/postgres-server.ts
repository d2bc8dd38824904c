/** Databases of a PostgreSQL server, to be made and dropped by tests. */
import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';

const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Where a database of the server is; with no name, that of the server's administrator. */
export function addressOf(name = ''): string {
	const url = new URL(server);
	if (name) url.pathname = `/${name}`;
	return url.href;
}

/** Makes a database whose name begins so, and returns its address. A hasty one does not wait for the disk. */
export async function createDatabase(prefix: string, { isHasty = false } = {}): Promise<string> {
	const name = prefix + randomBytes(6).toString('hex');
	await asAdmin(async (sql) => {
		await sql.unsafe(`create database ${name}`);
		if (isHasty) await sql.unsafe(`alter database ${name} set synchronous_commit = off`);
	});
	return addressOf(name);
}

export async function dropDatabase(address: string): Promise<void> {
	const name = new URL(address).pathname.slice(1);
	await asAdmin((sql) => sql.unsafe(`drop database ${name} with (force)`));
}

/** Drops all databases whose names begin so. */
export async function dropDatabases(prefix: string): Promise<void> {
	const named = await asAdmin(
		(sql) =>
			sql<{ name: string }[]>`select datname as name from pg_database where starts_with(datname, ${prefix})`,
	);
	for (const { name } of named) await dropDatabase(addressOf(name));
}

async function asAdmin<T>(ask: (sql: Sql) => PromiseLike<T>): Promise<T> {
	const sql = postgres(server, { max: 1, onnotice: () => {} });
	try {
		return await ask(sql);
	} finally {
		await sql.end();
	}
}
