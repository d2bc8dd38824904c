/**
 * The floors: what the same tools do with nothing of ours on top. One durable insert of one row in the same
 * PostgreSQL, with the bare driver; and one JSON answer of the size of a lesson.
 */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => {} });
await sql`create table if not exists floor (id uuid primary key, body jsonb not null)`;
let json: unknown = {};

const app = Fastify();
app.get('/health', async () => ({ status: 'ok' }));
app.post('/insert', async (request) => {
	const id = randomUUID();
	await sql`insert into floor (id, body) values (${id}, ${sql.json(request.body as never)})`;
	return { id };
});
app.post('/json', async (request) => {
	json = request.body;
	return { ok: true };
});
app.get('/json', async () => json);
await app.listen({ port: Number(process.env.PORT), host: process.env.HOST ?? '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
