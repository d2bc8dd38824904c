/** The only place of the compiler that touches files. What cannot be read becomes a finding, never an exception. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
	lstat,
	open,
	readdir,
	readFile,
	realpath,
	rename,
	rm,
	stat,
	writeFile,
	type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import { applyFixes, digest, type Fix } from './fix.ts';
import { decode, type ReadProblem, type SourceFile, type SourceFolder } from './source.ts';

const limits = {
	text: 256 * 1024,
	media: 24 * 1024 * 1024,
	files: 5000,
	bytes: 400 * 1024 * 1024,
	depth: 5,
};

/** Hidden files, and what editors and systems leave behind. */
const ignored =
	/^\.|~$|^#.*#$|^~\$|\.(?:swp|swo|tmp|temp|bak|orig|part|crdownload)$|^(?:Thumbs\.db|desktop\.ini|4913)$/i;

/** Reads a `courses/` folder, or the folder of one course. */
export async function readCourses(root: string): Promise<SourceFolder> {
	const reader = new Reader();
	const folder: SourceFolder = { root, files: reader.files, problems: reader.problems };
	try {
		const real = await realpath(root);
		if (!(await stat(real)).isDirectory()) throw new Error('not a folder');
		await reader.readFolder(real, real, '');
		if (Object.hasOwn(reader.files, 'course.yaml')) folder.context = await readFrameworksBeside(real);
	} catch {
		reader.problems.push({ file: '.', code: 'folder-missing', params: { path: root } });
	}
	return folder;
}

async function readFrameworksBeside(course: string): Promise<Record<string, SourceFile>> {
	const reader = new Reader();
	const beside = path.join(path.dirname(course), 'frameworks');
	const there = await lstat(beside).catch(() => null);
	if (there?.isDirectory()) await reader.readFolder(beside, beside, '');
	return reader.files;
}

class Reader {
	readonly files: Record<string, SourceFile> = Object.create(null) as Record<string, SourceFile>;
	readonly problems: ReadProblem[] = [];
	#count = 0;
	#bytes = 0;

	/** `root` is real: nothing outside it is read, whatever links say. */
	async readFolder(root: string, folder: string, inner: string): Promise<void> {
		const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
			this.#unreadable(inner, error);
			return [];
		});
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries) {
			if (ignored.test(entry.name)) continue;
			const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
			const full = path.join(folder, entry.name);
			if (/[\\\u0000-\u001F\u007F\uFFFD]/.test(entry.name)) {
				this.problems.push({
					file: name.replace(/[\u0000-\u001F\u007F]/g, '?'),
					code: 'file-name',
					params: {},
				});
			} else if (entry.isDirectory()) {
				const tooDeep = name.split('/').length > limits.depth;
				if (tooDeep) this.problems.push({ file: name, code: 'folder-too-big', params: {} });
				else await this.readFolder(root, full, name);
			} else {
				await this.#readFile(root, full, name);
			}
		}
	}

	async #readFile(root: string, full: string, name: string): Promise<void> {
		this.#count += 1;
		if (this.#count > limits.files) {
			if (this.#count === limits.files + 1)
				this.problems.push({ file: name, code: 'folder-too-big', params: {} });
			return;
		}
		try {
			const real = await realpath(full);
			if (!real.startsWith(root + path.sep)) {
				this.problems.push({ file: name, code: 'link-outside', params: {} });
				return;
			}
			// Not following links here: what was looked at is what is opened. Not waiting: it may be a pipe.
			const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
			const handle = await open(real, flags);
			try {
				await this.#readHandle(handle, name);
			} finally {
				await handle.close();
			}
		} catch (error) {
			this.#unreadable(name, error);
		}
	}

	async #readHandle(handle: FileHandle, name: string): Promise<void> {
		const found = await handle.stat();
		const limit = /\.(?:md|ya?ml)$/i.test(name) ? limits.text : limits.media;
		if (!found.isFile()) {
			this.problems.push({ file: name, code: 'file-unreadable', params: { reason: 'not a file' } });
		} else if (found.size > limit) {
			const params = { kilobytes: Math.round(found.size / 1024), limit: limit / 1024 };
			this.problems.push({ file: name, code: 'file-too-big', params });
		} else if (this.#bytes + found.size > limits.bytes) {
			this.problems.push({ file: name, code: 'folder-too-big', params: {} });
		} else {
			this.#bytes += found.size;
			const bytes = new Uint8Array(await handle.readFile());
			this.files[name.normalize('NFC')] = { bytes };
		}
	}

	#unreadable(name: string, error: unknown): void {
		const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		this.problems.push({ file: name, code: 'file-unreadable', params: { reason } });
	}
}

/**
 * Writes fixes into the files they belong to, and returns which were written. A file that is no longer as it was
 * read is left alone: its fixes come again with the next check.
 */
export async function writeFixes(root: string, fixes: readonly Fix[]): Promise<string[]> {
	const folder = await realpath(root);
	const written: string[] = [];
	for (const file of [...new Set(fixes.map((fix) => fix.file))].sort()) {
		const own = fixes.filter((fix) => fix.file === file);
		const real = await realpath(path.join(folder, ...file.split('/'))).catch(() => null);
		if (!real?.startsWith(folder + path.sep)) continue;
		const bytes = await readFile(real);
		const text = decode(file, bytes);
		if (!text || digest(bytes) !== own[0]?.base) continue;
		await replaceFile(real, applyFixes(text.raw, own));
		written.push(file);
	}
	return written;
}

/** Whole or not at all: a new file takes the place of the old one. */
async function replaceFile(file: string, words: string): Promise<void> {
	const { mode } = await stat(file);
	const draft = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
	try {
		await writeFile(draft, words, { mode });
		await rename(draft, file);
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}
