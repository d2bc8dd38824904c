/**
 * A server that must not be: it acknowledges answers and events at once, and saves them a little later. The real app
 * stands behind it. It is here so that the kill test can be seen to find what such a server loses.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { buildApp } from '#server/app.ts';
import type { App } from '#server/app-types.ts';
import { readConfig } from '#server/config.ts';
import { publish } from '#server/courses/publish.ts';
import { openDatabase, type Db } from '#server/db/connect.ts';
import { rowsOf } from '#server/db/rows.ts';

/** How long what was acknowledged is in memory alone. */
const delay = 250;
const answerPath = /^\/api\/attempts\/[^/]+\/answers\/([^/]+)$/;

const config = readConfig(process.env);
const database = await openDatabase(config);
const app = await buildApp({ config, database });
await publish(database.db, { folder: config.coursesDir, by: 'start', now: new Date(), onlyIfChanged: true });
await app.ready();

const later = new Set<Promise<unknown>>();
const server = createServer((request, response) => {
	handle(request, response).catch(() => response.destroy());
});
server.listen(config.port, config.host);
process.on('SIGTERM', () => void stop());

async function handle(request: IncomingMessage, response: ServerResponse) {
	const url = request.url ?? '/';
	const question = request.method === 'PUT' ? answerPath.exec(url)?.[1] : undefined;
	if (!question && url !== '/api/events') {
		// What comes after an answer sees it, as long as nobody kills the process.
		await Promise.all(later);
		return app.routing(request, response);
	}
	const text = await bodyOf(request);
	const receipt = question ? answerReceipt(question, text) : await eventReceipt(database.db, text);
	const saving = save(app, request, text).finally(() => later.delete(saving));
	later.add(saving);
	response.setHeader('content-type', 'application/json').end(JSON.stringify(receipt));
}

async function save(to: App, { method, url, headers }: IncomingMessage, payload: string) {
	await sleep(delay);
	await to.inject({ method: method as 'PUT' | 'POST', url: url ?? '/', headers, payload });
}

function answerReceipt(question: string, text: string) {
	const { revision } = JSON.parse(text) as { revision: number };
	return { question, revision, savedAt: new Date().toISOString(), accepted: true };
}

/** It tells honestly what is there already, and less honestly that the rest is. */
async function eventReceipt(db: Db, text: string) {
	const ids = (JSON.parse(text) as { events: { id: string }[] }).events.map(({ id }) => id);
	const result = await db.execute(
		sql`select id::text as id from learning_event where id = any(${sql.param(ids)}::uuid[])`,
	);
	const there = new Set(rowsOf<{ id: string }>(result).map(({ id }) => id));
	return {
		accepted: ids.filter((id) => !there.has(id)),
		duplicate: ids.filter((id) => there.has(id)),
		rejected: [],
	};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

async function stop() {
	server.close();
	server.closeAllConnections();
	await Promise.all(later);
	await app.close();
	await database.close();
	process.exit(0);
}
