import { LRUCache } from 'lru-cache';
import type { Manifest, Part } from '#schemas/catalog.ts';
import type { FrameworkFile, TrackFile } from '#schemas/framework.ts';
import type { Db } from '../db/connect.ts';
import {
	selectActive,
	selectCatalogFiles,
	selectOptionalMedia,
	selectOptionalNewestVersion,
	selectOptionalVersion,
	selectParts,
} from './store.ts';

export interface CourseVersion {
	version: string;
	manifest: Manifest;
	publishedAt: Date;
	/** By which days are told that count for a learner in it: the platform's. */
	timeZone: string;
	/** The course is not offered any more: this is how it stood last. */
	withdrawn?: true;
}

/** Part bodies are kept to this many characters in memory, media to this many bytes. */
const partBudget = 32 * 1024 * 1024;
const mediaBudget = 32 * 1024 * 1024;

/**
 * What is published, as this process knows it. Versions and parts never change, so they are kept; which version is
 * active is read again every second, so that every process follows a publication within two.
 */
export class Catalog {
	#active = new Map<string, CourseVersion>();
	#frameworks: FrameworkFile[] = [];
	#tracks: TrackFile[] = [];
	#state = '';
	#timer: NodeJS.Timeout | undefined;
	#versions = new LRUCache<string, { manifest: Manifest; createdAt: Date }>({ max: 200 });
	#parts = new LRUCache<string, Part>({
		maxSize: partBudget,
		sizeCalculation: (part) => JSON.stringify(part).length + 1,
	});
	#media = new LRUCache<string, { type: string; bytes: Uint8Array }>({
		maxSize: mediaBudget,
		sizeCalculation: (media) => media.bytes.length + 1,
	});

	constructor(
		private readonly db: Db,
		/** The platform's: `TIME_ZONE`. */
		readonly timeZone: string,
	) {}

	/** Follows publications until `stop`. A poll that fails (the database is away) keeps what is known. */
	async follow(onError: (error: unknown) => void) {
		await this.refresh();
		this.#timer = setInterval(() => void this.refresh().catch(onError), 1000);
		this.#timer.unref();
	}

	stop() {
		clearInterval(this.#timer);
	}

	async refresh() {
		const rows = await selectActive(this.db);
		const state = rows.map((row) => `${row.courseId}@${row.version}#${row.publicationId}`).join();
		if (state === this.#state) return;
		const active = new Map<string, CourseVersion>();
		for (const row of rows) {
			const found = await this.#version(row.courseId, row.version);
			if (found)
				active.set(row.courseId, {
					version: row.version,
					manifest: found.manifest,
					publishedAt: row.publishedAt,
					timeZone: this.timeZone,
				});
		}
		const files = await selectCatalogFiles(this.db);
		this.#active = active;
		this.#frameworks = files.frameworks;
		this.#tracks = files.tracks;
		this.#state = state;
	}

	/** Changes with every publication that this process has followed. */
	get state(): string {
		return this.#state;
	}
	courses(): CourseVersion[] {
		return [...this.#active.values()];
	}
	frameworks(): FrameworkFile[] {
		return this.#frameworks;
	}
	/** Only tracks with a course that is there. */
	tracks(): TrackFile[] {
		return this.#tracks.filter((track) => track.courses.some((course) => this.#active.has(course)));
	}

	/**
	 * The active version of a course, or the one named; null when there is none. A course that was withdrawn has no
	 * active version, but every earlier one.
	 */
	async version(course: string, version?: string): Promise<CourseVersion | null> {
		const active = this.#active.get(course) ?? null;
		if (!version || version === active?.version) return active;
		const found = await this.#version(course, version);
		const { timeZone } = this;
		return found && { version, manifest: found.manifest, publishedAt: found.createdAt, timeZone };
	}

	/**
	 * The active version of a course, or, of one that was withdrawn, the newest that it had: by that a learner's own
	 * records go on being read. Only enrolling and starting need an active one. Null: there never was such a course.
	 */
	async lastVersion(course: string): Promise<CourseVersion | null> {
		const active = this.#active.get(course);
		if (active) return active;
		const found = await selectOptionalNewestVersion(this.db, course);
		if (!found) return null;
		const { version, manifest, createdAt } = found;
		return { version, manifest, publishedAt: createdAt, timeZone: this.timeZone, withdrawn: true };
	}

	async part<T extends Part>(hash: string): Promise<T> {
		const [part] = await this.parts<T>([hash]);
		return part as T;
	}

	/** Parts in the order of their hashes. */
	async parts<T extends Part>(hashes: string[]): Promise<T[]> {
		const missing = hashes.filter((hash) => !this.#parts.has(hash));
		if (missing.length)
			for (const row of await selectParts(this.db, missing)) this.#parts.set(row.hash, row.body.part);
		return hashes.map((hash) => {
			const part = this.#parts.get(hash);
			if (!part) throw new Error(`Part ${hash} of a published course is missing.`);
			return part as T;
		});
	}

	async media(hash: string) {
		const known = this.#media.get(hash);
		if (known) return known;
		const found = await selectOptionalMedia(this.db, hash);
		if (found) this.#media.set(hash, found);
		return found;
	}

	async #version(course: string, version: string) {
		const key = `${course}@${version}`;
		const known = this.#versions.get(key);
		if (known) return known;
		const found = await selectOptionalVersion(this.db, course, version);
		if (found) this.#versions.set(key, found);
		return found;
	}
}
