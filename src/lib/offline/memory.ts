/** What the device remembers of what it keeps. Pages and worker both read it; cookies a worker does not see. */
import type { Hindrance, Leaving, Look } from './messages.ts';
import { courseOf } from './routes.ts';

/** All caches of ours begin so; the one with this name alone holds the notes. */
export const root = 'cung-hoc';
export const ownRoot = `${root}/own/`;
/** Scripts that live pages ask for as they go. */
export const filesRoot = `${root}/files/`;

/** How a set of pages is kept. */
export interface Note {
	/** The cache that it is shown from: `cacheOf`. */
	cache: string;
	/** The reader asked for the whole course. */
	isWanted?: boolean;
	/** And what can be heard, too. */
	isWithSound?: boolean;
	/** All of it is there. */
	isWhole?: boolean;
	hindrance?: Hindrance | undefined;
	/** When it was last asked which version is published: milliseconds. */
	checkedAt: number;
}

/** Who was last seen here, and when. */
export interface Reader {
	id: string;
	isShared: boolean;
	at: number;
}

const lookKey = '/look';
const readerKey = '/reader';
const leavingKey = '/leaving';
const setKey = (set: string) => `/set/${set}`;
/** A session on a shared device is over by then. */
const sharedFor = 30 * 60_000;

/** Of one version of what is published, as one build of the site shows it. */
export function cacheOf(set: string, version: string, build: string): string {
	return `${root}/${set}/${version}/${build}`;
}

export const recallLook = () => recall<Look>(lookKey);
export const rememberLook = (look: Look) => remember(lookKey, look);
export const recallNote = (set: string) => recall<Note>(setKey(set));
export const rememberNote = (set: string, note: Note) => remember(setKey(set), note);
export const forgetNote = (set: string) => forget(setKey(set));
export const rememberReader = (reader: Reader) => remember(readerKey, reader);
export const forgetReader = () => forget(readerKey);
export const recallLeaving = () => recall<Leaving>(leavingKey);
export const rememberLeaving = (leaving: Leaving) => remember(leavingKey, leaving);
export const forgetLeaving = () => forget(leavingKey);

export async function recallReader(now: number): Promise<Reader | null> {
	const reader = await recall<Reader>(readerKey);
	return reader && (!reader.isShared || now - reader.at < sharedFor) ? reader : null;
}

/** Every set that is kept. */
export async function sets(): Promise<string[]> {
	const keys = await (await caches.open(root)).keys();
	const prefix = setKey('');
	return keys.map(({ url }) => new URL(url).pathname).flatMap((path) => path.split(prefix).slice(1));
}

/** The cache that a set is shown from. */
export async function shownFrom(set: string): Promise<Cache | null> {
	const note = await recallNote(set);
	return note?.cache ? caches.open(note.cache) : null;
}

export function isOfCourse(set: string): boolean {
	return courseOf(set) !== null;
}

async function recall<T>(key: string): Promise<T | null> {
	const found = await (await caches.open(root)).match(key);
	return found ? ((await found.json()) as T) : null;
}
async function remember(key: string, value: object): Promise<void> {
	await (await caches.open(root)).put(key, new Response(JSON.stringify(value)));
}
async function forget(key: string): Promise<void> {
	await (await caches.open(root)).delete(key);
}
