/** A whole server in the test's process, on a database of its own, with the fixture course published. */
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Role } from '#schemas/access.ts';
import type { Me } from '#schemas/account.ts';
import type { Locale } from '#schemas/common.ts';
import { hashAt, hashCost } from '#server/accounts/passwords.ts';
import { grantRole, revokeRole, type GrantRequest } from '#server/accounts/grant.ts';
import { buildApp } from '#server/app.ts';
import type { App } from '#server/app-types.ts';
import { allJobs } from '#server/jobs/all.ts';
import { readConfig } from '#server/config.ts';
import { publish } from '#server/courses/publish.ts';
import { care, voucher } from '#server/db/tables/index.ts';
import type { S3Config } from '#server/uploads/config.ts';
import { openStorage } from '#server/uploads/open-storage.ts';
import type { PagesHandler } from '#server/plugins/web.ts';
import { takeDatabase } from './databases.ts';

export interface Answered {
	status: number;
	/** Parsed JSON, or text. */
	body: any;
	headers: Record<string, string | string[] | number | undefined>;
	raw: Buffer;
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A person's device: keeps its cookie between calls. */
export class Client {
	cookie = '';
	me: Me | null = null;
	constructor(
		private readonly app: App,
		private readonly headers: Record<string, string> = {},
		private readonly remoteAddress = '127.0.0.1',
	) {}

	async call(
		method: Method,
		url: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answered> {
		const reply = await this.app.inject({
			method,
			url,
			remoteAddress: this.remoteAddress,
			headers: {
				host: 'localhost',
				...(body !== undefined && { 'content-type': 'application/json' }),
				...this.headers,
				...(this.cookie && { cookie: this.cookie }),
				...headers,
			},
			...(body !== undefined && {
				payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
			}),
		});
		const set = reply.headers['set-cookie'];
		const first = Array.isArray(set) ? set[0] : set;
		if (first) this.cookie = first.split(';')[0] ?? '';
		const isJson = String(reply.headers['content-type'] ?? '').includes('json');
		return {
			status: reply.statusCode,
			body: isJson ? reply.json() : reply.body,
			headers: reply.headers,
			raw: reply.rawPayload,
		};
	}
	get = (url: string, headers?: Record<string, string>) => this.call('GET', url, undefined, headers);
	post = (url: string, body?: unknown, headers?: Record<string, string>) =>
		this.call('POST', url, body ?? {}, headers);
	put = (url: string, body?: unknown) => this.call('PUT', url, body ?? {});
	patch = (url: string, body?: unknown) => this.call('PATCH', url, body ?? {});
	delete = (url: string) => this.call('DELETE', url);
}

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/** Tests make thousands of accounts. */
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Does something with passwords and codes hashed as they are for people. */
export async function hashedDearly<T>(work: () => Promise<T>): Promise<T> {
	hashAt(hashCost);
	return work().finally(() => hashAt(cheap));
}

const fixtures = path.resolve('tests/fixtures/courses');

interface Options {
	origin?: string;
	requireMfa?: 'admin';
	sealingSecrets?: string[];
	timeZone?: string;
	/** Each device calls from an address of its own, so that limits for one address hold up no test of many calls. */
	apart?: boolean;
	newSeed?: () => string;
	/** Bytes that are free on the disk, instead of what the system says. */
	freeSpace?: () => Promise<number>;
	/** Where files that learners send lie, instead of a folder. */
	s3?: S3Config;
	/** In place of the site's pages. */
	pages?: PagesHandler;
}

export async function startServer(options: Options = {}) {
	hashAt(cheap);
	const database = await takeDatabase();
	const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-courses-'));
	cpSync(fixtures, folder, { recursive: true });
	const filesFolder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-files-'));
	const clock = new Clock();
	const config = { ...readConfig({}), dataDir: folder, coursesDir: folder, origin: options.origin ?? null };
	config.uploads = { ...config.uploads, folder: filesFolder, s3: options.s3 ?? null };
	if (options.requireMfa) config.requireMfa = options.requireMfa;
	if (options.sealingSecrets) config.sealingSecrets = options.sealingSecrets;
	if (options.timeZone) config.timeZone = options.timeZone;
	const { newSeed, freeSpace, pages } = options;
	const app = await buildApp({
		config,
		database: database.database,
		now: () => clock.now,
		...(newSeed && { newSeed }),
		...(freeSpace && { freeSpace }),
		...(pages && { pages }),
	});
	const db = database.database.db;
	const storage = openStorage(config.uploads);
	const republish = () => publish(db, { folder, by: 'test', now: clock.now });
	const first = await republish();
	if (first?.errors.length)
		throw new Error(`The fixture has errors:\n${JSON.stringify(first.errors, null, 2)}`);
	await app.ready();

	const throwing = (error: unknown) => {
		throw error;
	};
	const jobs = allJobs(
		{
			database: database.database,
			catalog: app.catalog,
			storage,
			now: () => clock.now,
		},
		throwing,
	);

	/** As a feature of this process does it: what sessions hold of the person is forgotten at once. */
	const told = <R extends object>(result: R) => {
		if ('learner' in result) app.forget(String(result.learner));
		return result;
	};
	const grant = async (asked: Omit<GrantRequest, 'by'>) =>
		told(await grantRole(db, { ...asked, by: 'test' }, clock.now));
	const revoke = async (asked: Omit<GrantRequest, 'by'>) =>
		told(await revokeRole(db, { ...asked, by: 'test' }, clock.now));

	/** A helper, whom nobody needs to know, looks after somebody from now on. */
	const lookAfter = async ({ me }: Client, carerId: string) => {
		const learnerId = me!.id;
		const row = {
			learnerId,
			id: randomUUID(),
			carerId,
			how: 'given',
			givenBy: 'test',
			since: clock.now,
		} as const;
		await db.insert(care).values(row);
		app.forget(learnerId);
	};

	/** Somebody vouches that they have learned a course: they get its certificate though no time has passed. */
	const vouch = async ({ me }: Client, courseId = 'thu-nghiem') => {
		const row = { learnerId: me!.id, id: randomUUID(), courseId, givenBy: 'test', at: clock.now };
		await db.insert(voucher).values(row);
	};

	let count = 0;
	let devices = 0;
	const nextAddress = () => `10.0.${(++devices >> 8) & 255}.${devices & 255}`;
	const client = (headers?: Record<string, string>) =>
		new Client(app, headers, options.apart ? nextAddress() : undefined);
	const account = async (wanted: { role?: Role; scope?: string; username?: string; name?: string } = {}) => {
		const one = client();
		const username = wanted.username ?? `nguoi-${++count}-${randomBytes(3).toString('hex')}`;
		const made = await one.post('/api/accounts', {
			username,
			password: 'mat-khau-dai',
			displayName: wanted.name ?? 'Nguyễn Thị Thử',
			locale: 'vi',
		});
		if (made.status !== 201) throw new Error(`No account: ${JSON.stringify(made.body)}`);
		one.me = made.body as Me;
		if (wanted.role && wanted.role !== 'learner')
			await grant({ username, role: wanted.role, scope: wanted.scope ?? null });
		return one;
	};
	const guest = async (locale: Locale = 'vi') => {
		const one = client();
		const made = await one.post('/api/guests', { locale });
		one.me = made.body as Me;
		return one;
	};
	return {
		app,
		db,
		database: database.database,
		clock,
		folder,
		/** Where files that learners send lie. */
		filesFolder,
		storage,
		/** Does once what the server does each minute. */
		async runJobs() {
			for (const job of jobs) await job.run();
		},
		client,
		anonymous: client(),
		account,
		guest,
		grant,
		revoke,
		lookAfter,
		vouch,
		/** Writes files of the courses folder (null deletes one) and publishes. */
		async publish(files: Record<string, string | Uint8Array | null>) {
			for (const [name, text] of Object.entries(files)) {
				const file = path.join(folder, name);
				if (text === null) rmSync(file);
				else {
					mkdirSync(path.dirname(file), { recursive: true });
					writeFileSync(file, text);
				}
			}
			const result = await republish();
			await app.catalog.refresh();
			return result;
		},
		read: (name: string) => readFileSync(path.join(folder, name), 'utf8'),
		async close() {
			await app.close();
			await database.giveBack();
			rmSync(folder, { recursive: true, force: true });
			rmSync(filesFolder, { recursive: true, force: true });
		},
	};
}

/** Real time, moved forward by hand. */
class Clock {
	#ahead = 0;
	get now() {
		return new Date(Date.now() + this.#ahead);
	}
	advance(ms: number) {
		this.#ahead += ms;
	}
}
