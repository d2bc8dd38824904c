import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import { selectOrInsertSecret } from '../db/setting-store.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * What must be read again and by nobody else: encrypted by AES-256-GCM, for one purpose each, so that what is sealed for
 * one person opens nothing of another's. The first key seals; earlier ones still open.
 */
export class Sealing {
	readonly #keys: Buffer[];

	constructor(secrets: readonly [string, ...string[]]) {
		this.#keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'cung-hoc sealing', 32)));
	}

	seal(purpose: string, plain: Uint8Array | string): string {
		const iv = randomBytes(ivBytes);
		const sealer = createCipheriv(cipher, this.#keys[0]!, iv).setAAD(Buffer.from(purpose));
		const body = Buffer.concat([sealer.update(plain), sealer.final()]);
		return Buffer.concat([iv, sealer.getAuthTag(), body]).toString('base64url');
	}

	/** Null where it was sealed for something else, by a key that is gone, or not by us. */
	open(purpose: string, sealed: string): { plain: Buffer; isOld: boolean } | null {
		const bytes = Buffer.from(sealed, 'base64url');
		if (bytes.length < ivBytes + tagBytes) return null;
		for (const [n, key] of this.#keys.entries()) {
			const opener = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
				.setAAD(Buffer.from(purpose))
				.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
			try {
				const plain = Buffer.concat([opener.update(bytes.subarray(ivBytes + tagBytes)), opener.final()]);
				return { plain, isOld: n > 0 };
			} catch {
				// Another key, or none of ours.
			}
		}
		return null;
	}
}

/** By the secrets of the environment; last by one of the installation, which was there before they were set. */
export async function createSealing({ db }: Database, given: readonly string[]): Promise<Sealing> {
	const kept = await selectOrInsertSecret(db, 'sealing-secret');
	const [first = kept, ...others] = [...given, kept];
	return new Sealing([first, ...others]);
}
