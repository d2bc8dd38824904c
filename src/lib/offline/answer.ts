/** Answers what the browser asks for: from the network where it can, else from the device. */
import { dressed } from './html.ts';
import { filesRoot, ownRoot, recallLook, recallReader, shownFrom } from './memory.ts';
import { keyOf, setOf, type Plan } from './routes.ts';
import { localise, splitLocale } from '../locale.ts';

/** How long a page may take where there is another on the device. */
const patience = 3500;
/** A proxy says so whose server is away. */
const away = [502, 503, 504];

/**
 * A page: the network's, unless it fails or is slow and the device has one; our own offline page where neither has.
 * `came`: does what is to be done with a page of the network.
 */
export async function answerPage(
	plan: Plan,
	url: URL,
	asked: Promise<Response>,
	came: (response: Response) => void,
): Promise<Response> {
	let isSent = false;
	const fresh = asked.then((response) => {
		// Once the device has answered, what comes late is for the device alone.
		came(isSent ? response : response.clone());
		return response;
	});
	const first = await Promise.race([fresh, wait(patience)]).catch(() => null);
	if (first && !away.includes(first.status)) return first;
	const here = await onDevice(plan, url);
	if (here) {
		isSent = true;
		fresh.catch(() => undefined);
		return here;
	}
	return first ?? fresh.catch(() => offlinePage());
}

const wait = (time: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), time));

export async function offlinePage(): Promise<Response> {
	const locale = (await recallLook())?.locale ?? 'vi';
	for (const each of [locale, 'vi', 'km', 'en'] as const) {
		const page = await find(await shownFrom(`site/${each}`), localise(each, '/offline'));
		if (page) return worn(page, 503);
	}
	return Response.error();
}

async function onDevice(plan: Plan, url: URL): Promise<Response | null> {
	const look = await recallLook();
	const key = keyOf(url, splitLocale(url.pathname).locale ?? look?.locale ?? 'vi');
	if (plan === 'published') {
		const page = await find(await shownFrom(setOf(key)), key);
		return page && worn(page);
	}
	const reader = plan === 'own' ? await recallReader(Date.now()) : null;
	if (!reader) return null;
	const cache = await caches.open(ownRoot + reader.id);
	const page = (await find(cache, key)) ?? (await find(cache, `${key}?q=1`));
	return page && worn(page);
}

async function find(cache: Cache | null, key: string): Promise<Response | null> {
	return (await cache?.match(key)) ?? null;
}

/** As its reader likes pages. */
async function worn(page: Response, status = 200): Promise<Response> {
	const reader = await recallReader(Date.now());
	const html = dressed(await page.text(), await recallLook(), reader?.id ?? null);
	return new Response(html, { status, headers: page.headers });
}

/** What is named by what is in it: from the device where it lies there, by ranges too. */
export async function answerFile(request: Request, url: URL, build: string): Promise<Response> {
	const here = await caches.match(url.pathname + url.search);
	if (here) return partOf(here, request.headers.get('range'));
	const response = await fetch(request);
	if (response.ok && url.pathname.endsWith('.js'))
		await (await caches.open(filesRoot + build)).put(url.pathname, response.clone());
	return response;
}

/** Some browsers play no sound without. */
async function partOf(whole: Response, range: string | null): Promise<Response> {
	const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
	if (!from) return whole;
	const all = await whole.blob();
	const start = Number(from);
	const end = Math.min(to ? Number(to) : Infinity, all.size - 1);
	const headers = new Headers(whole.headers);
	headers.set('content-range', `bytes ${start}-${end}/${all.size}`);
	headers.set('content-length', String(end - start + 1));
	return new Response(all.slice(start, end + 1), { status: 206, headers });
}

export async function answerDrawing(request: Request): Promise<Response> {
	try {
		return await fetch(request);
	} catch {
		return (await caches.match(new URL(request.url).pathname)) ?? Response.error();
	}
}
