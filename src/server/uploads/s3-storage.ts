import { AwsClient } from 'aws4fetch';
import type { S3Config } from './config.ts';
import { checkedHash } from './hash.ts';
import type { Storage } from './storage.ts';

/** No store takes longer than this for a file of a few megabytes. */
const patience = 30_000;

/** A bucket of a store that speaks S3, addressed by path, which every such store understands. */
export class S3Storage implements Storage {
	readonly #client: AwsClient;
	readonly #base: string;

	constructor({ endpoint, bucket, prefix, region, accessKeyId, secretAccessKey }: S3Config) {
		this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
		this.#base = `${endpoint}/${bucket}/${prefix}`;
	}

	async put(hash: string, bytes: Uint8Array): Promise<void> {
		// By its sum a store refuses what was changed on the way; aws4fetch leaves bodies unsigned for S3 otherwise.
		const headers = { 'x-amz-content-sha256': checkedHash(hash), 'content-type': 'application/octet-stream' };
		const reply = await this.#ask(hash, { method: 'PUT', body: Buffer.from(bytes), headers });
		await reply.arrayBuffer();
		if (!reply.ok) throw refused('PUT', reply);
	}

	async get(hash: string): Promise<Uint8Array | null> {
		const reply = await this.#ask(hash, { method: 'GET' });
		const bytes = new Uint8Array(await reply.arrayBuffer());
		if (reply.status === 404) return null;
		if (!reply.ok) throw refused('GET', reply);
		return bytes;
	}

	async remove(hash: string): Promise<void> {
		const reply = await this.#ask(hash, { method: 'DELETE' });
		await reply.arrayBuffer();
		if (!reply.ok && reply.status !== 404) throw refused('DELETE', reply);
	}

	#ask(hash: string, init: RequestInit): Promise<Response> {
		return this.#client.fetch(`${this.#base}${checkedHash(hash)}`, {
			...init,
			signal: AbortSignal.timeout(patience),
		});
	}
}

function refused(method: string, { status }: Response): Error {
	return new Error(`The store of files answered ${method} with ${status}.`);
}
