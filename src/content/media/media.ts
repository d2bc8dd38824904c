/** The media of one course: what there is, made ready to be shown, whether it may be, and what of it is used. */
import { pathTo } from '#schemas/address.ts';
import * as paths from '#schemas/paths.ts';
import type { Code, Params } from '#messages/checker/index.ts';
import type { Problems } from '../problems.ts';
import { decode, Text, type SourceFile } from '../source.ts';
import { nearest } from '../suggest.ts';
import { mediaHash } from '../hash.ts';
import { pictureLimits, prepareEmbedded, preparePicture, type Picture } from './pictures.ts';
import { pictureSize, type Size } from './size.ts';
import { readSound, type Sound } from './sound.ts';
import { readSvg } from './svg.ts';
import {
	isGenuine,
	mediaEndings,
	mediaType,
	nameOfContent,
	rasterType,
	servedName,
	type MediaFamily,
} from './types.ts';

export interface MediaFile {
	/** Inside the course folder: `media/…`. */
	path: string;
	/** As they are published; `type` is theirs, whatever the ending says. */
	bytes: Uint8Array;
	type: string;
	family: MediaFamily;
	hash: string;
	size: Size | null;
	/** Of an audio file that can be played. */
	sound: Sound | null;
	used: boolean;
}

const limits = {
	picture: pictureLimits,
	captions: { heavy: 300 * 1024, tooHeavy: 2 * 1024 * 1024 },
	audio: { heavy: 2 * 1024 * 1024, tooHeavy: 10 * 1024 * 1024 },
	video: { heavy: 5 * 1024 * 1024, tooHeavy: 20 * 1024 * 1024 },
	download: { heavy: 2 * 1024 * 1024, tooHeavy: 20 * 1024 * 1024 },
};

export class MediaFolder {
	readonly #files = new Map<string, MediaFile>();
	/** Files that are there, with a finding of their own: that they are missing would be untrue. */
	readonly #refused = new Set<string>();
	/** Files of which it was said what is wrong with them: that nothing uses them need not be said. */
	readonly #explained = new Set<string>();
	readonly #folder: string;
	readonly #problems: Problems;

	/** `folder` is the course's path in the source folder, with a slash at the end, or empty. */
	constructor(folder: string, problems: Problems) {
		this.#folder = folder;
		this.#problems = problems;
	}

	static async read(
		folder: string,
		files: Map<string, SourceFile>,
		at: (file: string) => void,
		problems: Problems,
	): Promise<MediaFolder> {
		const media = new MediaFolder(folder, problems);
		for (const [path, { bytes }] of files) {
			at(folder + path);
			await media.#take(path, bytes);
		}
		for (const file of problems.filesInError())
			if (file.startsWith(`${folder}media/`)) media.#refused.add(file.slice(folder.length));
		return media;
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

	isRefused(path: string): boolean {
		return this.#refused.has(path);
	}

	all(): MediaFile[] {
		return [...this.#files.values()];
	}

	/** Says what is wrong with a file as a whole. */
	explain<C extends Code>(code: C, path: string, params: Params<C>): void {
		this.#explained.add(path);
		this.#add(code, path, params);
	}

	reportUnused(): void {
		for (const file of this.#files.values())
			if (!file.used && !this.#explained.has(file.path))
				this.#add('media-unused', file.path, { path: file.path });
	}

	#add<C extends Code>(code: C, path: string, params: Params<C>): void {
		this.#problems.add(code, new Text(this.#folder + path, '').place(0), params);
	}

	async #take(path: string, source: Uint8Array): Promise<void> {
		const kind = mediaType(path);
		if (!kind) return this.#add('media-type', path, { path, known: mediaEndings });
		if (!/^media\/(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/.test(path))
			this.#add('media-name', path, { path });
		const { bytes, type } = await this.#ready(path, kind, source);
		const { heavy, tooHeavy } = limits[kind.family];
		const kilobytes = Math.round(bytes.length / 1024);
		if (bytes.length > tooHeavy)
			this.#add('media-too-heavy', path, { path, kilobytes, limit: tooHeavy / 1024 });
		else if (bytes.length > heavy) this.#add('media-heavy', path, { path, kilobytes, limit: heavy / 1024 });
		const size = kind.family === 'picture' ? pictureSize(type, bytes) : null;
		const { family } = kind;
		const sound = family === 'audio' ? await this.#sound(path, type, bytes) : null;
		this.#files.set(path, { path, bytes, type, family, hash: mediaHash(bytes), size, sound, used: false });
	}

	/** What is published of a file; a picture is taken for what it is, whatever its ending says. */
	async #ready(
		path: string,
		{ type, family }: { type: string; family: MediaFamily },
		bytes: Uint8Array,
	): Promise<Picture> {
		const raster = family === 'picture' ? rasterType(bytes) : null;
		if (raster) return this.#picture(path, { bytes, type: raster });
		if (type === 'image/svg+xml') return { bytes: await this.#svg(path, bytes), type };
		if (!isGenuine(type, bytes) && family !== 'audio')
			this.#add('media-broken', path, { path, is: nameOfContent(bytes) });
		return { bytes, type };
	}

	async #sound(path: string, type: string, bytes: Uint8Array): Promise<Sound | null> {
		const isIt = isGenuine(type, bytes);
		const sound = isIt ? await readSound(type, bytes) : null;
		if (!sound) this.explain('audio-broken', path, { path, is: isIt ? undefined : nameOfContent(bytes) });
		return sound;
	}

	async #picture(path: string, picture: Picture): Promise<Picture> {
		const prepared = await preparePicture(picture);
		if (typeof prepared === 'object') return prepared;
		this.#unprepared(path, prepared);
		return picture;
	}

	#unprepared(path: string, why: 'no-tool' | 'too-many-points' | 'unreadable'): void {
		if (why === 'no-tool') this.#add('picture-no-tool', path, { path });
		else if (why === 'too-many-points') this.#add('picture-too-large', path, { path });
		else this.#add('media-broken', path, { path, is: undefined });
	}

	async #svg(path: string, bytes: Uint8Array): Promise<Uint8Array> {
		const text = decode(this.#folder + path, bytes);
		if (!text) {
			this.#add('media-broken', path, { path, is: nameOfContent(bytes) });
			return bytes;
		}
		const { faults, rewritten } = readSvg(text);
		for (const { offset, what } of faults.slice(0, 20)) {
			if (what === 'broken') this.#problems.add('media-broken', text.place(offset), { path, is: undefined });
			else this.#problems.add('svg-unsafe', text.place(offset), { what });
		}
		if (faults.length > 0) return bytes;
		const drawing = rewritten ?? text.raw;
		const prepared = await prepareEmbedded(drawing);
		if (prepared === 'no-tool' || prepared === 'too-many-points' || prepared === 'unreadable') {
			this.#unprepared(path, prepared);
			return bytes;
		}
		return prepared === text.raw ? bytes : new TextEncoder().encode(prepared);
	}
}

/** Address of a media file as pages ask for it. */
export function mediaUrl(file: MediaFile): string {
	return pathTo(paths.media, file.hash, servedName(file.path, file.type));
}
