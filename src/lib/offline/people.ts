/** Pages of one learner: kept on a device that is not shared, and gone once somebody else is there, or nobody. */
import { localise } from '../locale.ts';
import { readPage, screensIn, type PageRead } from './html.ts';
import { fetchPage, keepPage, type Fetched } from './keep.ts';
import { forgetReader, ownRoot, recallReader, rememberReader } from './memory.ts';
import { isAttempt, isCertificate, keyOf } from './routes.ts';

/** Counts who has gone, so that nothing is put down for somebody who went meanwhile. */
let gone = 0;

/** Takes the pages of all learners from the device, but for this one. */
export async function forgetPeople(but?: string): Promise<void> {
	gone++;
	if (!but) await forgetReader();
	for (const name of await caches.keys())
		if (name.startsWith(ownRoot) && name !== ownRoot + but) await caches.delete(name);
}

/** What a page from the network says of who is here. */
export async function meet({ response, html }: Fetched): Promise<void> {
	const page = readPage(html);
	const { headers } = response;
	if (page?.learner) {
		const last = await recallReader(Date.now());
		if (page.isShared) await forgetPeople();
		else if (last?.id !== page.learner) await forgetPeople(page.learner);
		return rememberReader({ id: page.learner, isShared: page.isShared, at: Date.now() });
	}
	// Without a session, or as one ends: a page that merely could not find out who reads looks like that too.
	if (page && (headers.get('cache-control') !== 'no-store' || headers.has('clear-site-data')))
		await forgetPeople();
}

export async function keepOwn(url: URL, found: Fetched): Promise<void> {
	const page = readPage(found.html);
	if (!page?.learner || page.isShared) return;
	if (isCertificate(url) && !found.html.includes(' data-holder=')) return;
	const name = ownRoot + page.learner;
	const before = gone;
	const cache = await caches.open(name);
	const key = keyOf(url, page.locale);
	await keepPage(cache, key, found);
	await keepHeldPage(cache, page).catch(() => undefined);
	if (isAttempt(url)) await keepScreens(cache, key.split('?')[0] ?? key, found.html, page.learner);
	if (url.pathname.endsWith('/result')) await dropScreens(cache, url);
	if (gone !== before) await caches.delete(name);
}

/** What waits to be sent, and how it is saved as a file: whoever needs it has no network, so it comes with the first page. */
async function keepHeldPage(cache: Cache, { locale, learner }: PageRead): Promise<void> {
	const key = localise(locale, '/learn/device');
	if (learner && !(await cache.match(key))) await keepScreen(cache, key, learner);
}

/** All screens of an attempt that has begun, so that its learner can go on whatever becomes of the network. */
async function keepScreens(cache: Cache, path: string, html: string, learner: string): Promise<void> {
	const names = Array.from({ length: screensIn(html) }, (_, index) => String(index + 1));
	if (names.length > 0) names.push('review');
	for (const name of names) {
		const key = `${path}?q=${name}`;
		if (!(await cache.match(key))) await keepScreen(cache, key, learner);
	}
}

async function keepScreen(cache: Cache, key: string, learner: string): Promise<void> {
	const found = await fetchPage(key, 'include');
	if (found && readPage(found.html)?.learner === learner) await keepPage(cache, key, found);
}

/** It was handed in. */
async function dropScreens(cache: Cache, { pathname }: URL): Promise<void> {
	const screen = pathname.replace(/\/result$/, '');
	for (const request of await cache.keys())
		if (new URL(request.url).pathname === screen) await cache.delete(request);
}

/** A screen on which something was saved: as it is kept, it does not know of it. */
export async function renewScreen(key: string): Promise<void> {
	const reader = await recallReader(Date.now());
	if (!reader || reader.isShared) return;
	const cache = await caches.open(ownRoot + reader.id);
	if (await cache.match(key)) await keepScreen(cache, key, reader.id);
}
