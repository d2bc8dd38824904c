/** Starts the server: database, courses, API, pages; stops it in the same order backwards. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import { hasAdministrator } from './accounts/grant-store.ts';
import { refoldUsernames } from './accounts/refold.ts';
import { buildApp } from './app.ts';
import { checkIssuer } from './certificates/issuer-check.ts';
import { projectRoot, readConfig, type Config } from './config.ts';
import { publish } from './courses/publish.ts';
import { openDatabase, type Database } from './db/connect.ts';
import { openDoor } from './door.ts';
import { explain } from './explain.ts';
import { messagesForCommands } from '#messages/commands.ts';
import { loggerOptions } from './logging.ts';
import type { PagesHandler } from './plugins/web.ts';
import { followSockets } from './sockets.ts';
import { watchLoop } from './watchdog.ts';

const text = messagesForCommands(process.env.LANG);

async function main() {
	// What is written from here on, the database above all, is this user's alone.
	process.umask(0o077);
	const config = readConfig(process.env);
	await checkIssuer(config.issuer);
	const internalSecret = process.env.INTERNAL_SECRET ?? randomBytes(32).toString('hex');
	// The embedded database and the pages take about half a second each to load, so they load side by side.
	const pages = loadPages(internalSecret, config);
	pages.catch(() => {});
	const database = await openDatabase(config);
	try {
		await serve(config, database, internalSecret, await pages);
	} catch (error) {
		await database.close();
		throw error;
	}
}

async function serve(config: Config, database: Database, internalSecret: string, pages?: PagesHandler) {
	const app = await buildApp({
		config,
		database,
		internalSecret,
		logger: loggerOptions(config.logLevel),
		pages,
	});
	for (const name of await refoldUsernames(database.db)) say(text.oldUsername({ name }));
	await publishAtStart(database, config);
	const sockets = followSockets(app.server);
	await app.listen({ port: config.port, host: config.host });
	const stopWatching = await watchLoop();
	const address = app.server.address() as AddressInfo;
	process.env.API_ORIGIN ??= ownOrigin(address);
	const closeDoor =
		database.kind === 'pglite'
			? await openDoor(config.dataDir, database.db, () => app.catalog.refresh())
			: async () => {};
	stopOnSignal(async () => {
		setTimeout(() => sockets.endSilent(), silence).unref();
		setTimeout(() => app.server.closeAllConnections(), patience).unref();
		await app.close();
		await stopWatching();
		await closeDoor();
		await database.close();
	});
	await greet(config, address.port, database);
}

/** Stops once, in good order; the signals count from before the server says that it is there. */
function stopOnSignal(close: () => Promise<void>) {
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		await close();
		process.exit(0);
	};
	process.on('SIGINT', () => void stop().catch(giveUp));
	process.on('SIGTERM', () => void stop().catch(giveUp));
}

/** Requests in flight have this long to finish when the server is told to stop. */
const patience = 25_000;
/** And connections on which nothing was asked, this long to ask. */
const silence = 1000;

/** How the pages reach the API of this process: over loopback, unless the server listens on one address alone. */
function ownOrigin({ address, port }: AddressInfo): string {
	if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
	return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

/** The built pages; they read these names when first loaded. */
async function loadPages(internalSecret: string, config: Config): Promise<PagesHandler | undefined> {
	const file = path.join(projectRoot, 'build/handler.js');
	if (!existsSync(file)) return undefined;
	process.env.INTERNAL_SECRET = internalSecret;
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.HOST_HEADER = 'x-forwarded-host';
	process.env.ADDRESS_HEADER = 'x-forwarded-for';
	if (config.origin) process.env.ORIGIN = config.origin;
	// A form with a file, and what stands around it; the usual limit is 512 KB.
	process.env.BODY_SIZE_LIMIT ??= String((config.uploads.megabytes + 1) * 1_000_000);
	const { handler } = (await import(pathToFileURL(file).href)) as { handler: PagesHandler };
	return handler;
}

async function publishAtStart(database: Database, config: Config) {
	if (!existsSync(config.coursesDir)) return;
	const result = await publish(database.db, {
		folder: config.coursesDir,
		by: 'start',
		now: new Date(),
		onlyIfChanged: true,
	});
	if (!result) return;
	for (const [course, version] of Object.entries(result.published)) say(text.published({ course, version }));
	for (const course of result.left) say(text.left({ course }));
	if (result.errors.length) say(text.keptAtStart({ n: result.errors.length }));
}

async function greet(config: Config, port: number, database: Database) {
	say('');
	say(`  Cùng Học: ${config.origin ?? `http://localhost:${port}`}`);
	if (!config.origin && config.host === '0.0.0.0')
		for (const address of lanAddresses()) say(`            http://${address}:${port}`);
	if (!(await hasAdministrator(database.db, new Date()))) {
		say(`\n${text.noAdministrator}`);
	}
	say('');
}

function lanAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((list) => list ?? [])
		.filter((address) => address.family === 'IPv4' && !address.internal)
		.map((address) => address.address);
}

function say(line: string) {
	process.stdout.write(`${line}\n`);
}

function giveUp(error: unknown) {
	process.stderr.write(`${explain(error)}\n`);
	process.exit(1);
}

await main().catch(giveUp);
