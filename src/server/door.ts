/**
 * The door: how a command reaches the process that has the embedded database open. A small server on a loopback port
 * of its own, known to who may read the data folder, by a token kept there.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Db } from './db/connect.ts';
import { isCommand, runCommand } from './commands.ts';

const fileOf = (dataDir: string) => path.join(dataDir, 'door.json');

/** Opens the door; returns how to close it. `changed` runs after each command. */
export async function openDoor(
	dataDir: string,
	db: Db,
	changed: () => Promise<void>,
): Promise<() => Promise<void>> {
	const token = randomBytes(32).toString('hex');
	const server = createServer((request, response) => {
		answer(request, token, db, changed).then(
			(body) => response.end(JSON.stringify(body)),
			(error: unknown) => {
				response.statusCode = 400;
				response.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
			},
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	writeFileSync(fileOf(dataDir), JSON.stringify({ port, token }), { mode: 0o600 });
	return () => {
		rmSync(fileOf(dataDir), { force: true });
		return new Promise((resolve) => server.close(() => resolve()));
	};
}

async function answer(request: IncomingMessage, token: string, db: Db, changed: () => Promise<void>) {
	const given = Buffer.from(request.headers.authorization ?? '');
	const wanted = Buffer.from(`Bearer ${token}`);
	if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('Not allowed.');
	let text = '';
	for await (const chunk of request) text += String(chunk);
	const { command, args } = JSON.parse(text) as { command: string; args: Record<string, unknown> };
	if (!isCommand(command)) throw new Error(`No command ${command}.`);
	const result = await runCommand(db, command, args as never);
	await changed();
	return result;
}

/** Sends a command through the door of the process that has `dataDir` open. */
export async function knock(dataDir: string, command: string, args: object): Promise<unknown> {
	const { port, token } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as {
		port: number;
		token: string;
	};
	const response = await fetch(`http://127.0.0.1:${port}/`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		body: JSON.stringify({ command, args }),
	});
	const body = (await response.json()) as { error?: string };
	if (!response.ok) throw new Error(body.error ?? `The server answered ${response.status}.`);
	return body;
}
