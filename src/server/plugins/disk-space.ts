import { statfs } from 'node:fs/promises';
import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';

/** Bytes. The embedded database needs room for its log and for what it still has to write back. */
const margin = 128 * 1024 * 1024;
/** Milliseconds for which a look at the disk holds. */
const freshFor = 1000;
const readers = new Set(['GET', 'HEAD', 'OPTIONS']);

export type FreeSpace = () => Promise<number>;

/** Bytes that are free where a folder is. */
export const freeSpaceAt =
	(folder: string): FreeSpace =>
	async () => {
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	};

/**
 * Refuses writes while the disk is nearly full: the embedded database does not survive a disk that is. What is there can
 * be read, and devices keep what they could not send.
 */
export function diskSpace(app: App, freeSpace: FreeSpace) {
	let isFull = false;
	let lookedAt = -Infinity;
	const look = async () => {
		const now = performance.now();
		if (now - lookedAt < freshFor) return;
		lookedAt = now;
		// A file system that does not tell is no reason to refuse.
		const free = await freeSpace().catch(() => Infinity);
		const wasFull = isFull;
		isFull = free < margin;
		if (isFull && !wasFull) app.log.error({ free }, 'the disk is nearly full: writes are refused');
		if (wasFull && !isFull) app.log.warn({ free }, 'there is room on the disk again');
	};
	app.addHook('onRequest', async ({ method }) => {
		if (readers.has(method)) return;
		await look();
		if (isFull) unwrap(fail('unavailable'));
	});
}
