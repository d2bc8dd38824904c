import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkedHash } from './hash.ts';
import type { Storage } from './storage.ts';

/** `ab/cd/abcd…`, so that no folder grows long. A file appears under its name once all of it is on the disk. */
export class FolderStorage implements Storage {
	constructor(private readonly folder: string) {}

	async put(hash: string, bytes: Uint8Array): Promise<void> {
		const file = this.#pathOf(hash);
		const folder = path.dirname(file);
		await mkdir(folder, { recursive: true });
		const draft = path.join(folder, `.${randomUUID()}.part`);
		try {
			const handle = await open(draft, 'wx', 0o600);
			try {
				await handle.writeFile(bytes);
				await handle.sync();
			} finally {
				await handle.close();
			}
			await rename(draft, file);
		} catch (error) {
			await rm(draft, { force: true });
			throw error;
		}
		await syncFolder(folder);
	}

	async get(hash: string): Promise<Uint8Array | null> {
		try {
			return await readFile(this.#pathOf(hash));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
			throw error;
		}
	}

	async remove(hash: string): Promise<void> {
		await rm(this.#pathOf(hash), { force: true });
	}

	#pathOf(hash: string): string {
		const name = checkedHash(hash);
		return path.join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
	}
}

/** A new name is on the disk once its folder is; systems that cannot sync a folder do without. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r').catch(() => null);
	await handle?.sync().catch(() => {});
	await handle?.close();
}
