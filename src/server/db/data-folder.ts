import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';

/** The folder for a database holds something else. */
export class NotADatabase extends Error {
	constructor(folder: string) {
		super(
			`The folder ${folder} holds files, but no database. Nothing was changed in it. ` +
				'Set DATA_DIR to an empty folder, or to the one where the database is.',
		);
	}
}

/**
 * The folder of the embedded database in a data folder, readable by its owner alone. One that is not there is made by
 * `create`, under another name until it is whole: a process that is killed meanwhile leaves nothing that looks like a
 * database.
 * @throws {NotADatabase} when there are files, and no database among them.
 */
export async function databaseFolder(
	dataDir: string,
	create: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = path.join(dataDir, 'pglite');
	if (!isEmpty(folder)) {
		if (!existsSync(path.join(folder, 'PG_VERSION'))) throw new NotADatabase(folder);
		// What is in it may have been written before it was looked at who may read it.
		if (statSync(folder).mode & 0o077) chmodSync(folder, 0o700);
		return folder;
	}
	const unfinished = `${folder}.new`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { recursive: true, mode: 0o700 });
	await create(unfinished);
	// Nothing of it is used before it is whole: it is brought to the disk once, instead of file by file.
	await syncTree(unfinished);
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
	await syncOne(dataDir);
	return folder;
}

function isEmpty(folder: string): boolean {
	return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Brings all files and folders under a folder to the disk, and the folder itself. */
async function syncTree(folder: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const inside = path.join(folder, entry.name);
		if (entry.isDirectory()) await syncTree(inside);
		else await syncOne(inside);
	}
	await syncOne(folder);
}

async function syncOne(name: string): Promise<void> {
	const handle = await open(name, 'r');
	try {
		await handle.sync();
	} catch (error) {
		// A folder cannot be synced on every system; its files are.
		if (
			(error as NodeJS.ErrnoException).code !== 'EISDIR' &&
			(error as NodeJS.ErrnoException).code !== 'EPERM'
		)
			throw error;
	} finally {
		await handle.close();
	}
}
