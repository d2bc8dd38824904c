import fs from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
/** As much of Emscripten's module as is touched. */
interface Module {
	NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/** EIO, as WASI counts. PostgreSQL stops at it: it can no longer know what is on the disk. */
const inputOutputError = 29;

/**
 * The disk for the embedded database. Its own file system for Node answers `fsync` without doing it (PGlite's issue
 * 1107), so that a power cut would take what was acknowledged; this one does it.
 */
export class DurableFS extends NodeFS {
	override async init(...[database, options]: Parameters<Init>): ReturnType<Init> {
		const { emscriptenOpts } = await super.init(database, options);
		const sync = ({ NODEFS }: Module) => {
			NODEFS.stream_ops.fsync = ({ nfd }) => {
				try {
					fs.fsyncSync(nfd);
					return 0;
				} catch {
					return inputOutputError;
				}
			};
		};
		return {
			emscriptenOpts: { ...emscriptenOpts, preRun: [...[emscriptenOpts.preRun ?? []].flat(), sync as never] },
		};
	}
}

/** Beside `fsync`, the methods to bring the log to the disk are flags of `open`, which that file system leaves out. */
export const durableParams = ['-c', 'wal_sync_method=fsync'];
