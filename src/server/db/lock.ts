import { mkdirSync, openSync, closeSync, ftruncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import { tryLock, unlock } from 'fs-native-extensions';

export class DataDirInUse extends Error {
	constructor(readonly dataDir: string) {
		super(
			`The data folder ${dataDir} is in use by another Cùng Học process. ` +
				'The embedded database belongs to one process at a time. Stop the other one, or set DATA_DIR to another folder.',
		);
	}
}

/**
 * Takes the exclusive lock on a data folder. The operating system holds it and lets go when the process ends, however
 * it ends, so a crash leaves nothing to clear.
 * @throws {DataDirInUse} when another process has it.
 */
export function lockDataDir(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const fd = openSync(path.join(dataDir, 'lock'), 'a+');
	if (!tryLock(fd)) {
		closeSync(fd);
		throw new DataDirInUse(dataDir);
	}
	ftruncateSync(fd);
	writeSync(fd, `${process.pid}\n`);
	return () => {
		unlock(fd);
		closeSync(fd);
	};
}
