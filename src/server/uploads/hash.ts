import { createHash } from 'node:crypto';

/** Hex SHA-256. */
export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** @throws Error for what is no such hash. */
export function checkedHash(hash: string): string {
	if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('That is no hash of a file.');
	return hash;
}
