/** The pictures of one file that is imported: only what really is one is kept, under a name of our own. */
import { readSvg } from '../media/svg.ts';
import { rasterType } from '../media/types.ts';
import { idFrom } from '../slug.ts';
import { decode } from '../source.ts';

const endings: Record<string, string> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/gif': 'gif',
	'image/webp': 'webp',
};
const biggest = 10 * 1024 * 1024;

export class Pictures {
	/** By path, `media/…`. */
	readonly found = new Map<string, Uint8Array>();
	readonly #names: Set<string>;

	/** `taken`: names in the folder of media, without endings. */
	constructor(taken: Iterable<string> = []) {
		this.#names = new Set(taken);
	}

	/** The path that it is kept under; null where it is no picture, or too big. */
	keep(name: string, bytes: Uint8Array): string | null {
		const ending = bytes.length > biggest ? undefined : endingOf(bytes);
		if (ending === undefined) return null;
		for (const [path, known] of this.found) if (Buffer.compare(known, bytes) === 0) return path;
		const stem = idFrom(name.replace(/\.[^.]*$/, ''), 'hinh', this.#names);
		this.#names.add(stem);
		const path = `media/${stem}.${ending}`;
		this.found.set(path, bytes);
		return path;
	}
}

function endingOf(bytes: Uint8Array): string | undefined {
	const type = rasterType(bytes);
	if (type !== null) return endings[type];
	const text = decode('svg', bytes);
	if (!text || !/<svg[\s>]/.test(text.raw.slice(0, 2000))) return undefined;
	return readSvg(text).faults.length === 0 ? 'svg' : undefined;
}
