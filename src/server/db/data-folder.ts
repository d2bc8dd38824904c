import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
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
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
	return folder;
}

function isEmpty(folder: string): boolean {
	return !existsSync(folder) || readdirSync(folder).length === 0;
}
