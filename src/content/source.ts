/** An author's folder as `read.ts` brings it, and a text of it that knows its lines. */
import type { Code, Params } from '#messages/checker/index.ts';

export interface SourceFile {
	bytes: Uint8Array;
}

/** Something that could not be read; it becomes a finding. */
export type ReadProblem = {
	[C in ReadCode]: { file: string; code: C; params: Params<C> };
}[ReadCode];
export type ReadCode = Extract<
	Code,
	| 'folder-missing'
	| 'file-unreadable'
	| 'file-too-big'
	| 'file-too-slow'
	| 'folder-too-big'
	| 'link-outside'
	| 'file-name'
>;

export interface SourceFolder {
	root: string;
	/** By path relative to the root, with `/`. */
	files: Record<string, SourceFile>;
	/** Framework files that stand beside a course read alone: its competence codes are looked up in them. */
	context?: Record<string, SourceFile>;
	problems?: ReadProblem[];
}

/** Lines and columns count from 1; columns count UTF-16 units, as editors do. */
export interface Place {
	file: string;
	line: number;
	column: number;
}

export class Text {
	readonly file: string;
	readonly raw: string;
	readonly #lineStarts: number[] = [0];

	constructor(file: string, raw: string) {
		this.file = file;
		this.raw = raw;
		for (let at = raw.indexOf('\n'); at !== -1; at = raw.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
	}

	place(offset: number): Place {
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		const start = this.#lineStarts[low] ?? 0;
		const mark = low === 0 && this.raw.startsWith('\uFEFF') ? 1 : 0;
		return { file: this.file, line: low + 1, column: Math.max(1, offset - start - mark + 1) };
	}
}

/** The file as text, or null when it is not UTF-8. A byte order mark stays, so that offsets fit the file. */
export function decode(file: string, bytes: Uint8Array): Text | null {
	try {
		return new Text(file, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
	} catch {
		return null;
	}
}

/** Where the content starts, after a byte order mark. */
export function contentStart(text: Text): number {
	return text.raw.startsWith('\uFEFF') ? 1 : 0;
}
