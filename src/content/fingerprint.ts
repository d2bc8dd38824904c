import { createHash } from 'node:crypto';
import type { SourceFolder } from './source.ts';

/** Raised when the compiler makes something else of the same files, so that they are published anew. */
const compilerVersion = '5';

/** A hash of all files, by path and bytes: the same folder, the same fingerprint. */
export function fingerprint(folder: SourceFolder): string {
	const hash = createHash('sha256').update(`compiler ${compilerVersion}\n`);
	for (const files of [folder.files, folder.context ?? {}]) {
		for (const path of Object.keys(files).sort()) {
			const bytes = files[path]?.bytes ?? new Uint8Array();
			hash.update(`${JSON.stringify(path)} ${bytes.length}\n`).update(bytes);
		}
		hash.update('\n');
	}
	return hash.digest('hex');
}
