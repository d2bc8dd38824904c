/** What the device does without a network: `lib/offline` says which page lies where; here it meets the browser. */
import { version } from '$service-worker';
import { answerDrawing, answerFile, answerPage, offlinePage } from '#lib/offline/answer.ts';
import { readPage } from '#lib/offline/html.ts';
import { fetchPage, versionHeader, type Fetched } from '#lib/offline/keep.ts';
import { isSignedOut, signOutBy } from '#lib/offline/leaving.ts';
import {
	forgetLeaving,
	recallLeaving,
	recallLook,
	rememberLeaving,
	rememberLook,
} from '#lib/offline/memory.ts';
import {
	syncCourses,
	syncOutbox,
	type CourseHere,
	type FromWorker,
	type ToWorker,
} from '#lib/offline/messages.ts';
import { forgetPeople, keepOwn, meet, renewScreen } from '#lib/offline/people.ts';
import { courseSet, isAttempt, isLeaving, keyOf, planFor, type Plan } from '#lib/offline/routes.ts';
import { Sets } from '#lib/offline/sets.ts';
import type { FetchEvent, WorkerWorld } from '#lib/offline/worker-world.ts';
import { localise } from '#lib/locale.ts';
import type { Locale } from '#schemas/names.ts';
import { sendHeld, takeOutbox } from '#lib/offline/send-held.ts';

declare const __KNOWN_URLS__: Record<Locale, string>;

const worker = self as unknown as WorkerWorld;
const { origin } = worker.location;
const sets = new Sets(version, __KNOWN_URLS__, tellPages);

worker.addEventListener('install', (event) => {
	takeOutbox(worker);
	event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
	// Pages are asked for while the worker still wakes up.
	const preload = worker.registration.navigationPreload?.enable();
	event.waitUntil(Promise.all([preload, worker.clients.claim()]));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const asked = { method: request.method, mode: request.mode, url: new URL(request.url) };
	if (isLeaving(asked, origin)) event.waitUntil(forgetPeople());
	const plan = planFor(asked, origin);
	if (plan === 'leave') return passBy(event, asked.url);
	if (plan === 'file') return event.respondWith(answerFile(request, asked.url, version));
	if (plan === 'drawing') return event.respondWith(answerDrawing(request));
	const fresh = leaveFirst().then(
		// What was asked for early was asked for by who was signed in until now.
		async (hasLeft) => (!hasLeft && (await event.preloadResponse)) || fetch(request),
	);
	let done: Promise<unknown> = fresh.catch(() => undefined);
	const came = (response: Response) => (done = take(asked.url, plan, response));
	event.respondWith(answerPage(plan, asked.url, fresh, came));
	event.waitUntil(fresh.then(() => done).catch(() => undefined));
});

/** Goes to the server untouched; but a form that cannot get there must not end in the browser's own page. */
function passBy(event: FetchEvent, url: URL): void {
	const { method, mode } = event.request;
	if (url.origin !== origin || method !== 'POST') return;
	if (mode === 'navigate' && !worker.navigator.onLine)
		event.respondWith(fetch(event.request).catch(offlinePage));
	if (mode === 'navigate' && isAttempt(url)) event.waitUntil(renewLater(url));
	if (/\/attempts\/[^/]+\/answers\//.test(url.pathname))
		event.waitUntil(worker.clients.get(event.clientId).then((page) => page && renewLater(new URL(page.url))));
}

/** What was saved is on the kept screen a moment later: not at each letter that is typed. */
const turns = new Map<string, number>();
async function renewLater(screen: URL): Promise<void> {
	if (!isAttempt(screen)) return;
	const address = `${screen.pathname}?q=${screen.searchParams.get('q')}`;
	const turn = (turns.get(address) ?? 0) + 1;
	turns.set(address, turn);
	await new Promise((resolve) => setTimeout(resolve, 3000));
	if (turns.get(address) !== turn) return;
	for (const each of [address, `${screen.pathname}?q=review`]) await renewScreen(each).catch(() => undefined);
}

/** Puts a page that came by the network where it belongs. */
async function take(url: URL, plan: Plan, response: Response): Promise<void> {
	if (!response.headers.get('content-type')?.startsWith('text/html') || !response.ok) return;
	const found: Fetched = { response, html: await response.text() };
	const page = readPage(found.html);
	if (!page) return;
	await rememberLook(page);
	await meet(found);
	if (plan === 'own') await keepOwn(url, found);
	// A version that the address names is not what is published now.
	if (plan !== 'published' || url.searchParams.has('version')) return;
	const isVisitors = page.learner === null && response.headers.get('cache-control') !== 'no-store';
	await sets.seen(keyOf(url, page.locale), response.headers.get(versionHeader), isVisitors ? found : null);
}

worker.addEventListener('message', (event) => event.waitUntil(heed(event.data)));

async function heed(said: ToWorker): Promise<void> {
	if (said.kind === 'look') return rememberLook(said.look);
	if (said.kind === 'leaving') return said.leaving ? rememberLeaving(said.leaving) : forgetLeaving();
	if (said.kind === 'loaded') return pageLoaded(said.path, said.isSeen);
	const set = courseSet(said.course, said.locale);
	if (said.kind === 'keep') return keepCourse(set, said);
	return said.kind === 'stop' ? sets.stop(set) : sets.remove(set);
}

/** With the start page, which leads back to it, and what its reader has learned. */
async function keepCourse(set: string, { locale, sound }: CourseHere & { sound: boolean }): Promise<void> {
	await sets.seen(localise(locale, '/'), null, null).catch(() => undefined);
	await keepFresh(localise(locale, '/learn'), 'own');
	await sets.want(set, sound);
}

async function keepFresh(path: string, plan: Plan): Promise<void> {
	const found = await fetchPage(path, 'include').catch(() => null);
	const url = new URL(path, origin);
	if (found) await take(url, plan, new Response(found.html, found.response)).catch(() => undefined);
}

async function pageLoaded(path: string, isSeen: boolean): Promise<void> {
	const url = new URL(path, origin);
	const plan = planFor({ method: 'GET', mode: 'navigate', url }, origin);
	if (!isSeen && (plan === 'published' || plan === 'own')) await keepFresh(path, plan);
	const locale = (await recallLook())?.locale ?? 'vi';
	await sets.seen(localise(locale, '/offline'), null, null).catch(() => undefined);
	await sets.goOn();
}

worker.addEventListener('sync', (event) => {
	if (event.tag === syncCourses) event.waitUntil(sets.goOn());
	if (event.tag === syncOutbox) event.waitUntil(leaveFirst().then(() => sendHeld(worker)));
});

/** Somebody pressed “sign out” where no network was; rejects while that is so. Whether there was somebody. */
async function leaveFirst(): Promise<boolean> {
	const leaving = await recallLeaving();
	if (!leaving) return false;
	if (!isSignedOut(await signOutBy(leaving))) throw new Error('Somebody is still signed in.');
	await forgetLeaving();
	return true;
}

async function tellPages(news: FromWorker): Promise<void> {
	for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(news);
}
