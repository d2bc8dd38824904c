/**
 * The floors: what the same tools do with nothing of ours on top. One durable insert of one row in the same kind of
 * database, with the bare driver; and one JSON answer of the size of a lesson.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Fastify from 'fastify';
import postgres from 'postgres';

const insert = await (process.env.DATABASE_URL ? onPostgres(process.env.DATABASE_URL) : onPglite());
let json: unknown = {};

const app = Fastify();
app.get('/health', async () => ({ status: 'ok' }));
app.post('/insert', async (request) => {
	const id = randomUUID();
	await insert(id, request.body);
	return { id };
});
app.post('/json', async (request) => {
	json = request.body;
	return { ok: true };
});
app.get('/json', async () => json);
await app.listen({ port: Number(process.env.PORT), host: process.env.HOST ?? '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));

type Insert = (id: string, body: unknown) => Promise<unknown>;

async function onPostgres(url: string): Promise<Insert> {
	const sql = postgres(url, { max: 10, onnotice: () => {} });
	await sql`create table if not exists floor (id uuid primary key, body jsonb not null)`;
	return (id, body) => sql`insert into floor (id, body) values (${id}, ${sql.json(body as never)})`;
}

/** With fsync, as the server opens it. */
async function onPglite(): Promise<Insert> {
	const database = await PGlite.create({
		dataDir: path.join(process.env.DATA_DIR ?? '', 'floor'),
		startParams: PGlite.defaultStartParams.filter((param) => param !== '-F'),
	});
	await database.exec('create table if not exists floor (id uuid primary key, body jsonb not null)');
	return (id, body) => database.query('insert into floor (id, body) values ($1, $2)', [id, body]);
}
