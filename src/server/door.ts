/**
 * The door: how a command reaches the process that has the embedded database open. A small server on a loopback port
 * of its own, known to who may read the data folder, by a token kept there.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Db } from './db/connect.ts';
import { DataDirInUse } from './db/lock.ts';
import { isCommand, runCommand } from './commands.ts';

/** What the file in the data folder says. */
interface Door {
	port: number;
	token: string;
}
interface Knock {
	command: string;
	args: Record<string, unknown>;
}

const fileOf = (dataDir: string) => path.join(dataDir, 'door.json');
/** Whether a server has the embedded database open, or had until it was killed. */
export const hasDoor = (dataDir: string) => existsSync(fileOf(dataDir));

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
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { command, args } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Knock;
	if (!isCommand(command)) throw new Error(`No command ${command}.`);
	const result = await runCommand(db, command, args as never);
	if (command !== 'published') await changed();
	return result;
}

/** The server took the command and did not answer: whether it was carried out is not known. */
export class NoAnswer extends Error {}

/**
 * Sends a command through the door of the process that has `dataDir` open.
 * @throws {DataDirInUse} when that process has no door: it is starting or stopping, or is a command itself.
 * @throws {NoAnswer} when the command was sent, and no answer came.
 */
export async function knock(dataDir: string, command: string, args: object): Promise<unknown> {
	const { ok, body } = await sendTo(readDoor(dataDir), JSON.stringify({ command, args })).catch(
		(error: unknown) => {
			throw errorCode(error) === 'ECONNREFUSED'
				? new DataDirInUse(dataDir)
				: new NoAnswer('', { cause: error });
		},
	);
	if (!ok) throw new Error((body as { error?: string }).error ?? 'The server refused the command.');
	return body;
}

function readDoor(dataDir: string): Door {
	try {
		return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Door;
	} catch (error) {
		// Empty while the server is writing it.
		if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) throw new DataDirInUse(dataDir);
		throw error;
	}
}

async function sendTo({ port, token }: Door, body: string): Promise<{ ok: boolean; body: unknown }> {
	const response = await fetch(`http://127.0.0.1:${port}/`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		body,
	});
	return { ok: response.ok, body: await response.json() };
}

/** The system's code of an error, which `fetch` hides in the cause. */
function errorCode(error: unknown): string | undefined {
	const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
	return code ?? (cause ? errorCode(cause) : undefined);
}
