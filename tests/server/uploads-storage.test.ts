/** Where files lie: a folder, and a store that speaks S3, with the same manners. */
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { readUploads, type S3Config } from '#server/uploads/config.ts';
import { FolderStorage } from '#server/uploads/folder-storage.ts';
import { hashOf } from '#server/uploads/hash.ts';
import { S3Storage } from '#server/uploads/s3-storage.ts';
import type { Storage } from '#server/uploads/storage.ts';

const secret = 'khoa-bi-mat-chi-de-thu';
const keyId = 'KHOATHU';

/**
 * A store that takes what is signed rightly alone: the signature is worked out here from the description of AWS
 * Signature Version 4, apart from what signs. Its files are a map.
 */
class Store {
	readonly files = new Map<string, Buffer>();
	readonly refused: string[] = [];
	/** What it answers to everything, once it is broken. */
	broken: number | null = null;
	#server: Server | undefined;

	async start(): Promise<string> {
		this.#server = createServer((request, reply) => {
			void this.#answer(request).then(([status, body]) => reply.writeHead(status).end(body));
		});
		await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	stop(): void {
		this.#server?.close();
		this.#server?.closeAllConnections();
	}

	async #answer(request: IncomingMessage): Promise<[number, Buffer?]> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		if (this.broken !== null) return [this.broken];
		const wrong = whatIsWrong(request, body);
		if (wrong) {
			this.refused.push(wrong);
			return [403];
		}
		const name = request.url!;
		if (request.method === 'PUT') this.files.set(name, body);
		if (request.method === 'DELETE') return [this.files.delete(name) ? 204 : 404];
		const found = this.files.get(name);
		return found ? [200, request.method === 'GET' ? found : undefined] : [404];
	}
}

function whatIsWrong({ method, url, headers }: IncomingMessage, body: Buffer): string | null {
	const [, scope = '', signed = '', signature = ''] =
		/^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\S+)$/.exec(
			headers.authorization ?? '',
		) ?? [];
	const [id, day = '', region = '', service = '', end] = scope.split('/');
	if (id !== keyId || service !== 's3' || end !== 'aws4_request') return `credential ${scope}`;
	const sum = String(headers['x-amz-content-sha256']);
	if (method === 'PUT' && sum !== createHash('sha256').update(body).digest('hex')) return 'sum of the body';
	for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date'])
		if (!signed.split(';').includes(needed)) return `unsigned ${needed}`;
	const canonical = [
		method,
		url,
		'',
		...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
		'',
		signed,
		sum,
	].join('\n');
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');
	const date = String(headers['x-amz-date']);
	const toSign = ['AWS4-HMAC-SHA256', date, `${day}/${region}/s3/aws4_request`, hash(canonical)].join('\n');
	const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
	const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request');
	return hmac(key, toSign).toString('hex') === signature ? null : 'signature';
}

const store = new Store();
const folder = mkdtempSync(path.join(tmpdir(), 'cung-hoc-storage-'));
let s3: S3Config;
beforeAll(async () => {
	const keys = { accessKeyId: keyId, secretAccessKey: secret };
	s3 = { endpoint: await store.start(), bucket: 'tep-thu', prefix: 'cung-hoc/', region: 'vn-thu-1', ...keys };
});
afterAll(() => {
	store.stop();
	rmSync(folder, { recursive: true, force: true });
});

const bytes = Buffer.from('một tệp');
const hash = hashOf(bytes);

describe.each<[string, () => Storage]>([
	['a folder', () => new FolderStorage(path.join(folder, 'tep'))],
	['an S3 store', () => new S3Storage(s3)],
])('%s', (_, open) => {
	it('gives back what was put, and knows what is not there', async () => {
		const storage = open();
		expect(await storage.get(hash)).toBeNull();
		await storage.put(hash, bytes);
		await storage.put(hash, bytes);
		expect(Buffer.from((await storage.get(hash))!).equals(bytes)).toBe(true);
		await storage.remove(hash);
		expect(await storage.get(hash)).toBeNull();
		await storage.remove(hash);
	});

	it.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/x`, 'a'.repeat(63)])(
		'takes no name but a hash: %j',
		async (name) => {
			const storage = open();
			await expect(storage.put(name, bytes)).rejects.toThrow('no hash');
			await expect(storage.get(name)).rejects.toThrow('no hash');
			await expect(storage.remove(name)).rejects.toThrow('no hash');
		},
	);

	it('puts the same file by many at once', async () => {
		const storage = open();
		await Promise.all(Array.from({ length: 20 }, () => storage.put(hash, bytes)));
		expect(Buffer.from((await storage.get(hash))!).equals(bytes)).toBe(true);
	});
});

it('a folder is left with nothing half written', async () => {
	const storage = new FolderStorage(path.join(folder, 'nua'));
	await Promise.all(Array.from({ length: 5 }, () => storage.put(hash, bytes)));
	const names = readdirSync(path.join(folder, 'nua', hash.slice(0, 2), hash.slice(2, 4)));
	expect(names).toEqual([hash]);
});

it('an S3 store is addressed by bucket and prefix, and every request is signed', async () => {
	const storage = new S3Storage(s3);
	await storage.put(hash, bytes);
	expect([...store.files.keys()]).toContain(`/tep-thu/cung-hoc/${hash}`);
	expect(store.refused).toEqual([]);
	const forged = new S3Storage({ ...s3, secretAccessKey: 'khoa-khac' });
	await expect(forged.get(hash)).rejects.toThrow('403');
	expect(store.refused).toEqual(['signature']);
});

it('a store that fails says so, and does not pass for one that has no such file', async () => {
	const storage = new S3Storage(s3);
	store.broken = 400;
	await expect(storage.get(hash)).rejects.toThrow('400');
	await expect(storage.put(hash, bytes)).rejects.toThrow('400');
	await expect(storage.remove(hash)).rejects.toThrow('400');
	store.broken = null;
});

describe('the configuration', () => {
	const whole = {
		UPLOAD_S3_ENDPOINT: 'https://s3.thu.example',
		UPLOAD_S3_BUCKET: 'tep-thu',
		UPLOAD_S3_ACCESS_KEY_ID: 'a',
		UPLOAD_S3_SECRET_ACCESS_KEY: 'b',
	};
	const mistakesOf = (env: Record<string, string>) =>
		readUploads((name) => env[name] ?? null, '/du-lieu').mistakes.map((mistake) => mistake.split(':')[0]);

	it('is a folder in DATA_DIR and ten megabytes where nothing is said', () => {
		const { uploads, dataDir } = readConfig({ DATA_DIR: '/du-lieu' });
		expect(uploads).toEqual({ megabytes: 10, folder: `${dataDir}/uploads`, s3: null });
	});

	it('takes a store, with a region and a prefix or without', () => {
		expect(readConfig(whole).uploads.s3).toMatchObject({
			bucket: 'tep-thu',
			region: 'us-east-1',
			prefix: '',
		});
		const more = { ...whole, UPLOAD_S3_REGION: 'vn-1', UPLOAD_S3_PREFIX: 'a/b/', UPLOAD_MB: '5' };
		expect(readConfig(more).uploads).toMatchObject({ megabytes: 5, s3: { region: 'vn-1', prefix: 'a/b/' } });
	});

	it.each<[string, Record<string, string>, string[]]>([
		['no number', { UPLOAD_MB: 'mười' }, ['UPLOAD_MB']],
		['too many', { UPLOAD_MB: '51' }, ['UPLOAD_MB']],
		[
			'a store in part',
			{ UPLOAD_S3_BUCKET: 'tep' },
			['UPLOAD_S3_ENDPOINT, UPLOAD_S3_ACCESS_KEY_ID, UPLOAD_S3_SECRET_ACCESS_KEY'],
		],
		[
			'a path in its address',
			{ ...whole, UPLOAD_S3_ENDPOINT: 'https://s3.thu.example/tep' },
			['UPLOAD_S3_ENDPOINT'],
		],
		['no name of a bucket', { ...whole, UPLOAD_S3_BUCKET: 'Tệp' }, ['UPLOAD_S3_BUCKET']],
		['a prefix that leads elsewhere', { ...whole, UPLOAD_S3_PREFIX: '../' }, ['UPLOAD_S3_PREFIX']],
	])('refuses %s', (_, env, mistakes) => {
		expect(mistakesOf(env)).toEqual(mistakes);
	});
});
