import type { Deps } from '../deps.ts';
import { hashOf } from './hash.ts';
import type { PreparedFile } from './prepare.ts';
import { insertUpload, upsertStored, type UploadRow } from './store.ts';

export type UploadDeps = Pick<Deps, 'database' | 'storage'>;

/** The bytes first, then the row that refers to them: what is acknowledged is there. */
export async function keepFile(
	{ database, storage }: UploadDeps,
	whose: Pick<UploadRow, 'learnerId' | 'id' | 'attemptId' | 'questionId' | 'uploadedAt'>,
	{ type, bytes, picture }: PreparedFile,
): Promise<void> {
	const parts = [bytes, ...(picture ? [picture.small] : [])].map((part) => ({ hash: hashOf(part), part }));
	const [whole, small] = parts;
	const row: UploadRow = {
		...whose,
		type,
		hash: whole!.hash,
		smallHash: small?.hash ?? null,
		bytes: bytes.length,
		width: picture?.width ?? null,
		height: picture?.height ?? null,
	};
	// Again where the same bytes were just being removed; a row of the same id is this one, sent twice.
	for (let turn = 0; turn < 3; turn += 1) {
		await upsertStored(
			database.db,
			parts.map(({ hash }) => hash),
			whose.uploadedAt,
		);
		for (const { hash, part } of parts) await storage.put(hash, part);
		if (await insertUpload(database.query, row)) return;
	}
}
