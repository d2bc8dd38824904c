/** Puts pages on the device, each with what it cannot be shown without: that comes first, the page last. */
import { isOfApi } from '#schemas/address.ts';
import { importsOf, needsOf } from './html.ts';

/** Says which version of a course a page shows. */
export const versionHeader = 'course-version';

/** Headers that a kept page has as the server sent it; the others speak of how it came. */
const kept = ['content-type', 'content-security-policy', versionHeader];
/** Useless without a network. */
const online = /passkeys/;
/** Names every page that is alive in the browser: the one that is kept names what it needs itself. */
const ofAllPages = /\/entry\/app\./;

export interface Fetched {
	response: Response;
	html: string;
}

/** A page as a visitor sees it, or, by `credentials`, as whoever is signed in does. Null: it is not there any more. */
export async function fetchPage(
	address: string,
	credentials: RequestCredentials = 'omit',
): Promise<Fetched | null> {
	const response = await fetch(address, { credentials, headers: { accept: 'text/html' } });
	if (response.status >= 500 || response.status === 429) throw new Error(`${response.status} ${address}`);
	if (!response.ok || (response.redirected && new URL(response.url).pathname !== address.split('?')[0]))
		return null;
	return { response, html: await response.text() };
}

export async function keepPage(cache: Cache, key: string, { response, html }: Fetched): Promise<void> {
	for (const need of needsOf(html)) await keepFile(cache, need);
	const headers = new Headers({ date: new Date().toUTCString() });
	for (const name of kept) {
		const value = response.headers.get(name);
		if (value !== null) headers.set(name, value);
	}
	await cache.put(key, new Response(html, { headers }));
}

/** What is named by what is in it, from wherever on the device it lies already; all else from the network. */
export async function keepFile(cache: Cache, path: string, begun = new Set<string>()): Promise<void> {
	if (begun.has(path) || (await cache.match(path))) return;
	// Scripts import each other.
	begun.add(path);
	const isNamed = path.startsWith('/_app/') || isOfApi(path);
	const response = (isNamed && (await caches.match(path))) || (await fetch(path));
	if (!response.ok) throw new Error(`${response.status} ${path}`);
	if (/^\/_app\/.*\.js$/.test(path) && !ofAllPages.test(path)) {
		const script = await response.clone().text();
		for (const each of importsOf(script, path)) if (!online.test(each)) await keepFile(cache, each, begun);
	}
	await cache.put(path, response);
}
