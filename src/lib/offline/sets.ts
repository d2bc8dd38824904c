/**
 * Brings sets of pages to the device. A set is shown from one cache, of one version and one build; another is filled
 * beside it and takes its place once it has all that the first one had.
 */
import { isOfApi } from '#schemas/address.ts';
import type { CourseFiles } from '#schemas/course-files.ts';
import type { Locale } from '#schemas/names.ts';
import type { CourseView } from '#schemas/views/courses.ts';
import { readPage } from './html.ts';
import { fetchPage, keepFile, keepPage, versionHeader, type Fetched } from './keep.ts';
import { listingAddress, listingIn, pagesOf, viewAddress } from './listing.ts';
import {
	cacheOf,
	filesRoot,
	forgetNote,
	recallNote,
	recallReader,
	rememberNote,
	root,
	sets,
	type Note,
} from './memory.ts';
import type { FromWorker } from './messages.ts';
import { courseOf, setOf } from './routes.ts';

const hour = 60 * 60_000;
/** How long pages that say no version are taken for what they were. */
const siteFresh = 24 * hour;
const checkEvery = 12 * hour;

class Stopped extends Error {}

export class Sets {
	private readonly running = new Map<string, Promise<void>>();

	constructor(
		private readonly build: string,
		/** By language: the script that says on the device how far its reader is (`enhance/lay-way.ts`); empty: none. */
		private readonly known: Record<Locale, string>,
		private readonly tell: (news: FromWorker) => Promise<void>,
	) {}

	/** A page that has just come. `found`: as a visitor sees it; null where it came to somebody signed in. */
	async seen(key: string, version: string | null, found: Fetched | null): Promise<void> {
		const set = setOf(key);
		const note = await recallNote(set);
		if (!note || !this.isOfNow(set, note, version)) return this.bring(set, key, found);
		const cache = await caches.open(note.cache);
		const there = await cache.match(key);
		const since = Date.parse(there?.headers.get('date') ?? '') || 0;
		const isFresh = version === null && Date.now() - since > siteFresh;
		if (!there || found || isFresh) await this.keep(cache, key, found);
		await this.keepKnown(set, cache);
	}

	/** All that was begun and is not whole, is of another build, or may have a new version. */
	async goOn(): Promise<void> {
		for (const set of await sets()) {
			const note = await recallNote(set);
			if (!note || this.running.has(set)) continue;
			const isDue = note.isWanted && (!note.isWhole || Date.now() - note.checkedAt > checkEvery);
			// Without room it would be fetched in vain, until its reader asks again.
			if (note.hindrance !== 'full' && (isDue || !this.isOfNow(set, note, null))) await this.bring(set);
		}
		await this.tidy();
	}

	/** `sound`: what can be heard, too; what was asked for before stays asked for. */
	async want(set: string, sound = false): Promise<void> {
		const note: Note = (await recallNote(set)) ?? { cache: '', checkedAt: 0 };
		const isMore = sound && !note.isWithSound;
		await rememberNote(set, {
			...note,
			isWanted: true,
			...(isMore && { isWithSound: true, isWhole: false }),
			hindrance: undefined,
		});
		await this.bring(set);
	}

	async stop(set: string): Promise<void> {
		const note = await recallNote(set);
		if (note) await rememberNote(set, { ...note, isWanted: false, hindrance: undefined });
		await this.tellOf(set);
	}

	async remove(set: string): Promise<void> {
		await forgetNote(set);
		await this.running.get(set);
		await this.drop(set);
	}

	/** One after the other: what is asked for meanwhile is brought after that. */
	private bring(set: string, key?: string, found?: Fetched | null): Promise<void> {
		const before = this.running.get(set) ?? Promise.resolve();
		const run = before
			.then(() => this.renew(set, key, found ?? null))
			.catch((error: unknown) => this.failed(set, error));
		const last = run.finally(() => {
			if (this.running.get(set) === last) this.running.delete(set);
		});
		this.running.set(set, last);
		return last;
	}

	private async renew(set: string, key: string | undefined, found: Fetched | null): Promise<void> {
		const note = await recallNote(set);
		if (!note && !key) return;
		const listing = await this.listingOf(set);
		// The course is gone: so is what was kept of it.
		if (listing === 'gone') return this.drop(set);
		const name = cacheOf(set, listing?.version ?? '', this.build);
		const cache = await caches.open(name);
		const here = courseOf(set);
		if (listing && here) await cache.put(listingAddress(here), new Response(JSON.stringify(listing)));
		const shown = note?.cache || name;
		const asked = (await recallNote(set)) ?? note;
		await rememberNote(set, { checkedAt: 0, ...asked, cache: shown, hindrance: undefined });
		if (key && found && isOfVersion(found, listing)) await this.keep(cache, key, found);
		const whole = listing && here && note?.isWanted ? pagesOf(listing, here) : [];
		const isAsked = async () => {
			const now = await recallNote(set);
			if (!now || (whole.length > 0 && !now.isWanted)) throw new Stopped('Its reader thought better of it.');
		};
		for (const each of new Set([...(key ? [key] : []), ...whole, ...(await pagesIn(shown))]))
			await this.bringOne(cache, each, listing, isAsked).then(() => this.tellOf(set));
		await this.keepKnown(set, cache);
		const { media = [], sound = [] } = (whole.length > 0 && listing) || {};
		for (const { address } of [...media, ...(note?.isWithSound ? sound : [])])
			await isAsked().then(() => keepFile(cache, address));
		await isAsked();
		// Sound may have been asked for meanwhile: that comes next.
		const now = (await recallNote(set)) ?? note;
		const isWhole = whole.length > 0 && now?.isWithSound === note?.isWithSound;
		await rememberNote(set, { ...now, cache: name, isWhole, checkedAt: Date.now() });
		await this.drop(set, name);
	}

	/** What says on the device how far its reader is in the course: for who has asked for all of it, or has done something. */
	private async keepKnown(set: string, cache: Cache): Promise<void> {
		const here = courseOf(set);
		if (!here || (await cache.match(viewAddress(here)))) return;
		const isNeeded = (await recallNote(set))?.isWanted || (await recallReader(Date.now()));
		const listing = isNeeded ? await listingIn(cache, here) : null;
		if (!listing) return;
		const address = viewAddress(here);
		const response = await fetch(address, { credentials: 'omit' });
		if (!response.ok) throw new Error(`${response.status} ${address}`);
		const { course } = (await response.clone().json()) as CourseView;
		if (course.version !== listing.version) throw new Stopped('Another version was published meanwhile.');
		if (this.known[here.locale]) await keepFile(cache, this.known[here.locale]);
		await cache.put(address, response);
	}

	private async bringOne(
		cache: Cache,
		key: string,
		listing: CourseFiles | null,
		isAsked: () => Promise<void>,
	) {
		if (await cache.match(key)) return;
		await isAsked();
		const page = await fetchPage(key);
		if (page && !isOfVersion(page, listing)) throw new Stopped('Another version was published meanwhile.');
		if (page) await this.keep(cache, key, page);
	}

	/** What lies on the device of a set, but for the cache that it is shown from. */
	private async drop(set: string, but?: string): Promise<void> {
		if (!but) await forgetNote(set);
		for (const name of await caches.keys()) if (isOf(name, set) && name !== but) await caches.delete(name);
		await this.tellOf(set);
	}

	private async keep(cache: Cache, key: string, found: Fetched | null): Promise<void> {
		const page = found ?? (await fetchPage(key));
		if (page && readPage(page.html)?.learner === null) await keepPage(cache, key, page);
	}

	private isOfNow(set: string, { cache }: Note, version: string | null): boolean {
		if (version !== null) return cache === cacheOf(set, version, this.build);
		return cache.endsWith(`/${this.build}`);
	}

	private async listingOf(set: string): Promise<CourseFiles | 'gone' | null> {
		const here = courseOf(set);
		if (!here) return null;
		const response = await fetch(listingAddress(here), { credentials: 'omit' });
		if (response.status === 404) return 'gone';
		if (!response.ok) throw new Error(`${response.status}`);
		return (await response.json()) as CourseFiles;
	}

	private async failed(set: string, error: unknown): Promise<void> {
		const note = await recallNote(set);
		if (!note) return;
		const isFull = error instanceof Error && error.name === 'QuotaExceededError';
		if (!(error instanceof Stopped))
			await rememberNote(set, { ...note, hindrance: isFull ? 'full' : 'offline' });
		await this.tellOf(set);
	}

	private async tellOf(set: string): Promise<void> {
		const here = courseOf(set);
		if (here) await this.tell({ kind: 'changed', ...here });
	}

	/** Caches that nothing is shown from, and nothing is filled into. */
	private async tidy(): Promise<void> {
		const all = await sets();
		const notes = await Promise.all(all.map((set) => recallNote(set)));
		for (const name of await caches.keys()) {
			const isFilled = [...this.running.keys()].some((set) => isOf(name, set));
			const isOfSet = name.startsWith(`${root}/course/`) || name.startsWith(`${root}/site/`);
			const isLeft =
				isOfSet &&
				!isFilled &&
				!notes.some((note) => note?.cache === name) &&
				!all.some((set) => isOf(name, set));
			const isOldScript = name.startsWith(filesRoot) && name !== filesRoot + this.build;
			if (isLeft || isOldScript) await caches.delete(name);
		}
	}
}

function isOf(cache: string, set: string): boolean {
	return cache.startsWith(`${root}/${set}/`);
}

function isOfVersion({ response }: Fetched, listing: CourseFiles | null): boolean {
	const version = response.headers.get(versionHeader);
	return !listing || version === null || version === listing.version;
}

/** Keys of the pages in a cache, without what they need. */
async function pagesIn(name: string): Promise<string[]> {
	const keys = await (await caches.open(name)).keys();
	const paths = keys.map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname + search);
	return paths.filter((path) => !isOfApi(path) && !/\.\w+$/.test(path));
}
