/** Zip files, ours and those of other systems. Of the latter, what unpacks to too much, leads out of it, or is locked is refused as a whole. */
import { fromBufferPromise, type Entry } from 'yauzl';
import { ZipFile } from 'yazl';
import { Unreadable } from './item.ts';

const most = {
	files: 5000,
	/** Unpacked, in bytes. */
	bytes: 256 * 1024 * 1024,
	/** Unpacked bytes for one that is packed, beyond the first megabytes: text packs to a tenth. */
	ratio: 100,
	free: 4 * 1024 * 1024,
};
const linkType = 0o120000;

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The files by path, with `/`. Sizes are known before anything is unpacked, and held while it is.
 * @throws Unreadable
 */
export async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	try {
		const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
		if (zip.entryCount > most.files) throw new Unreadable('zip-bomb');
		const entries: Entry[] = [];
		for await (const entry of zip.eachEntry()) entries.push(entry);
		checkEntries(entries, bytes.length);
		for (const entry of entries) {
			if (entry.fileName.endsWith('/')) continue;
			const parts: Buffer[] = [];
			for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
			files.set(entry.fileName, new Uint8Array(Buffer.concat(parts)));
		}
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		const message = error instanceof Error ? error.message : '';
		if (/relative path|absolute path|invalid characters in fileName/.test(message))
			throw new Unreadable('zip-path');
		if (/too many bytes/.test(message)) throw new Unreadable('zip-bomb');
		throw new Unreadable('zip');
	}
	return files;
}

function checkEntries(entries: readonly Entry[], packed: number): void {
	const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
	if (unpacked > most.bytes || (unpacked > most.free && unpacked > packed * most.ratio))
		throw new Unreadable('zip-bomb');
	for (const entry of entries) {
		if (((entry.externalFileAttributes >>> 16) & 0o170000) === linkType) throw new Unreadable('zip-link');
		const isPlain = entry.compressionMethod === 0 || entry.compressionMethod === 8;
		if (entry.isEncrypted() || !isPlain) throw new Unreadable('zip-locked');
	}
}

/** The same files make the same bytes. */
const noTime = new Date(Date.UTC(2000, 0, 1));

export async function pack(
	files: Iterable<[path: string, content: Uint8Array | string]>,
): Promise<Uint8Array> {
	const zip = new ZipFile();
	for (const [name, content] of files)
		zip.addBuffer(Buffer.from(content), name, { mtime: noTime, mode: 0o100644 });
	zip.end();
	const parts: Buffer[] = [];
	for await (const part of zip.outputStream) parts.push(part as Buffer);
	return new Uint8Array(Buffer.concat(parts));
}
