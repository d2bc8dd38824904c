/** The media of one course: what there is, whether it may be shown, and what of it is used. */
import { pathTo } from '#schemas/address.ts';
import * as paths from '#schemas/paths.ts';
import type { Problems } from '../problems.ts';
import { decode, Text, type SourceFile } from '../source.ts';
import { nearest } from '../suggest.ts';
import { mediaHash } from '../hash.ts';
import { pictureSize, type Size } from './size.ts';
import { svgFaults } from './svg.ts';
import { isGenuine, mediaEndings, mediaType, type MediaFamily } from './types.ts';

export interface MediaFile {
	/** Inside the course folder: `media/…`. */
	path: string;
	bytes: Uint8Array;
	type: string;
	family: MediaFamily;
	hash: string;
	size: Size | null;
	used: boolean;
}

const limits = {
	picture: { heavy: 300 * 1024, tooHeavy: 2 * 1024 * 1024 },
	captions: { heavy: 300 * 1024, tooHeavy: 2 * 1024 * 1024 },
	video: { heavy: 5 * 1024 * 1024, tooHeavy: 20 * 1024 * 1024 },
};

export class MediaFolder {
	readonly #files = new Map<string, MediaFile>();
	readonly #folder: string;
	readonly #problems: Problems;

	/** `folder` is the course's path in the source folder, with a slash at the end, or empty. */
	constructor(folder: string, files: Map<string, SourceFile>, problems: Problems) {
		this.#folder = folder;
		this.#problems = problems;
		for (const [path, { bytes }] of files) this.#take(path, bytes);
	}

	get paths(): string[] {
		return [...this.#files.keys()];
	}

	suggestion(path: string): string | undefined {
		return nearest(path, this.paths);
	}

	use(path: string): MediaFile | undefined {
		const file = this.#files.get(path);
		if (file) file.used = true;
		return file;
	}

	get(path: string): MediaFile | undefined {
		return this.#files.get(path);
	}

	reportUnused(): void {
		for (const file of this.#files.values()) {
			if (!file.used) this.#add('media-unused', file.path, { path: file.path });
		}
	}

	#add(code: 'media-unused' | 'media-broken' | 'media-name', path: string, params: { path: string }): void {
		this.#problems.add(code, new Text(this.#folder + path, '').place(0), params);
	}

	#take(path: string, bytes: Uint8Array): void {
		const place = new Text(this.#folder + path, '').place(0);
		const kind = mediaType(path);
		if (!kind) {
			this.#problems.add('media-type', place, { path, known: mediaEndings });
			return;
		}
		if (!/^media\/(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/.test(path)) {
			this.#add('media-name', path, { path });
		}
		const { heavy, tooHeavy } = limits[kind.family];
		const kilobytes = Math.round(bytes.length / 1024);
		if (bytes.length > tooHeavy)
			this.#problems.add('media-too-heavy', place, { path, kilobytes, limit: tooHeavy / 1024 });
		else if (bytes.length > heavy)
			this.#problems.add('media-heavy', place, { path, kilobytes, limit: heavy / 1024 });
		if (kind.type === 'image/svg+xml') this.#checkSvg(path, bytes);
		else if (!isGenuine(kind.type, bytes)) this.#add('media-broken', path, { path });
		const size = kind.family === 'picture' ? pictureSize(kind.type, bytes) : null;
		this.#files.set(path, { path, bytes, ...kind, hash: mediaHash(bytes), size, used: false });
	}

	#checkSvg(path: string, bytes: Uint8Array): void {
		const text = decode(this.#folder + path, bytes);
		if (!text) return this.#add('media-broken', path, { path });
		for (const { offset, what } of svgFaults(text).slice(0, 20)) {
			if (what === 'broken') this.#problems.add('media-broken', text.place(offset), { path });
			else this.#problems.add('svg-unsafe', text.place(offset), { what });
		}
	}
}

/** Address of a media file as pages ask for it. */
export function mediaUrl(file: MediaFile): string {
	return pathTo(paths.media, file.hash, file.path.split('/').at(-1) ?? '');
}
