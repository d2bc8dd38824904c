import type { Handle, HandleFetch, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { copyCookies, cookieHeader } from '#lib/cookies.ts';
import { splitLocale } from '#lib/locale.ts';
import { cutPart, partHeader } from '#lib/parts.ts';
import { keepPreferences, readPreferences } from '#lib/preferences.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const { locale } = splitLocale(event.url.pathname);
	if (locale) keepPreferences(event.cookies, event.url, { locale });
	const kept = readPreferences(event.cookies);
	Object.assign(event.locals, kept);

	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', kept.locale).replace('%theme%', kept.theme).replace('%size%', kept.textSize),
	});
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	// Pages speak to one person; they may be kept, but must be asked for again (304 when nothing changed).
	// A page may ask for more, such as not to be kept at all.
	if (!response.headers.get('cache-control')?.includes('no-store'))
		response.headers.set('cache-control', 'private, no-cache');
	const part = event.request.headers.get(partHeader);
	return part ? cutPart(response, part) : response;
};

/** The pages are a client of the API like any other: over HTTP, with the visitor's cookie, language and address. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
	const url = new URL(request.url);
	if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);

	const target = new URL(url.pathname + url.search, process.env.API_ORIGIN ?? event.url.origin);
	const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
	const response = await globalThis.fetch(target, {
		method: request.method,
		headers: apiHeaders(event, request.headers),
		body: isWrite ? await request.text() : null,
		redirect: 'manual',
	});
	copyCookies(response.headers, event.cookies);
	return response;
};

/** Visitors read the error page's own words; what broke is for the log. */
export const handleError: HandleServerError = ({ error, status }) => {
	if (status >= 500)
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	return { message: '' };
};

function apiHeaders(event: RequestEvent, given: Headers): Headers {
	const headers = new Headers({ accept: 'application/json', 'accept-language': event.locals.locale });
	const type = given.get('content-type');
	if (type) headers.set('content-type', type);
	const cookie = cookieHeader(event.cookies);
	if (cookie) headers.set('cookie', cookie);
	const secret = process.env.INTERNAL_SECRET;
	if (secret) {
		headers.set('x-internal', secret);
		headers.set('x-visitor-address', event.getClientAddress());
		headers.set('x-visitor-agent', event.request.headers.get('user-agent') ?? '');
		headers.set('x-visitor-proto', event.url.protocol.replace(':', ''));
	}
	return headers;
}
