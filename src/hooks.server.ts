import type { IncomingMessage } from 'node:http';
import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { isOfApi } from '#schemas/address.ts';
import { whoseHeader } from '#schemas/whose.ts';
import { joinCompounds } from '#lib/compounds.ts';
import { copyCookies, cookieHeader } from '#lib/cookies.ts';
import { marked, unmarked } from '#lib/cookies-asked.ts';
import { hasSession } from '#lib/learner.ts';
import { splitLocale } from '#lib/locale.ts';
import { tellOfPage, withIds } from '#lib/own-pages.ts';
import { cutPart, partHeader } from '#lib/parts.ts';
import { timeZoneUsed, useTimeZone } from '#lib/time-zone.ts';
import { siteOf } from '#lib/site.ts';
import { keepPreferences, readGroup, readPreferences } from '#lib/preferences.ts';
import { refusalOf, refusedPage } from '#lib/refused.ts';

// What the server's configuration reads and checks; in development and in two processes the pages read it too.
if (process.env.TIME_ZONE?.trim()) useTimeZone(process.env.TIME_ZONE.trim());

/** Browsers heed `Clear-Site-Data` by https and on their own machine; elsewhere they only complain of it. */
const isTrusted = ({ protocol, hostname }: URL) =>
	protocol === 'https:' || /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);

export const handle: Handle = async ({ event, resolve }) => {
	const { locale } = splitLocale(event.url.pathname);
	if (locale) keepPreferences(event.cookies, event.url, { locale });
	const kept = readPreferences(event.cookies);
	Object.assign(event.locals, kept, { group: readGroup(event.cookies) });
	event.locals.site = siteOf(event);
	event.fetch = apiFirst(event);

	const refused = isWrite(event.request) ? await refusalOf(event) : null;
	if (refused) return refusedPage(event, refused);

	const hadSession = hasSession(event);
	const asked = event.request.method === 'GET' ? unmarked(event.url) : null;
	if (asked !== null)
		return hadSession ? seeOther(asked) : refusedPage(event, 'cookies', new URL(asked, event.url));

	const isSecret = hadSession || asksForSecrets(event.url) || event.request.method === 'POST';
	let whole = '';
	const response = await resolve(event, {
		transformPageChunk({ html }) {
			whole = joinCompounds(html)
				.replace('%lang%', kept.locale)
				.replace('%theme%', kept.theme)
				.replace('%size%', kept.textSize)
				.replace('%zone%', timeZoneUsed());
			return withIds(whole);
		},
	});
	// What a browser kept of whoever has just signed out, from times when it was allowed to, goes too.
	if (hadSession && !hasSession(event) && isTrusted(event.url))
		response.headers.set('clear-site-data', '"cache"');
	const onward = response.headers.get('location');
	if (!hadSession && hasSession(event) && onward) response.headers.set('location', marked(onward));
	if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
	response.headers.set('cache-control', isSecret || hasSession(event) ? 'no-store' : 'private, no-cache');
	const part = event.request.headers.get(partHeader);
	await tellOfPage(event, response, whole);
	return part ? cutPart(response, part) : response;
};

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

const isWrite = ({ method }: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Who leafs back on a shared phone sees nothing of the person before: what somebody signed in was shown, and forms for
 * passwords and codes, no browser keeps. Other pages may be kept, but must be asked for again (304 when nothing
 * changed).
 */
function asksForSecrets({ pathname }: URL): boolean {
	return /^\/(sign-in|sign-up|sign-out|recover|helper)(\/|$)/.test(splitLocale(pathname).path);
}

/**
 * The pages are a client of the API like any other, with the visitor's cookie, language and address: without a socket
 * where both run in one process, else over HTTP. Nothing of `fetch` is in between, which costs more than the API does;
 * what is not the API's goes the usual way.
 */
function apiFirst(event: RequestEvent): typeof fetch {
	const otherwise = event.fetch;
	return async (input, init = {}) => {
		if (typeof input !== 'string' || !isOfApi(input)) return otherwise(input, init);
		const asked = {
			method: init.method ?? 'GET',
			url: input,
			headers: apiHeaders(event, init.headers as Record<string, string> | undefined),
			body: (init.body as string | Uint8Array<ArrayBuffer> | undefined) ?? null,
		};
		const askApi = event.platform?.req.askApi;
		const response = askApi ? fromReply(await askApi(asked)) : await overHttp(event, asked);
		copyCookies(response.headers, event.cookies);
		return response;
	};
}

type AskApi = NonNullable<IncomingMessage['askApi']>;

function overHttp(event: RequestEvent, { url, ...init }: Parameters<AskApi>[0]): Promise<Response> {
	const target = new URL(url, process.env.API_ORIGIN ?? event.url.origin);
	return globalThis.fetch(target, { ...init, redirect: 'manual' } as RequestInit);
}

/** As much of a response as `lib/call.ts` reads. */
function fromReply({ status, headers, body }: Awaited<ReturnType<AskApi>>): Response {
	const one = (name: string) => [headers[name] ?? null].flat()[0]?.toString() ?? null;
	return {
		ok: status >= 200 && status < 300,
		status,
		headers: { get: one, getSetCookie: () => [headers['set-cookie'] ?? []].flat().map(String) },
		text: async () => body,
	} as Response;
}

/** Visitors read the error page's own words; what broke is for the log. */
export const handleError: HandleServerError = ({ error, status }) => {
	if (status >= 500)
		process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	return { message: '' };
};

function apiHeaders(event: RequestEvent, given: Record<string, string> = {}): Record<string, string> {
	const cookie = cookieHeader(event.cookies);
	const secret = process.env.INTERNAL_SECRET;
	return {
		...given,
		accept: 'application/json',
		'accept-language': event.locals.locale,
		...(cookie && { cookie }),
		...(event.locals.whose && { [whoseHeader]: event.locals.whose }),
		...(secret && {
			'x-internal': secret,
			'x-visitor-address': event.getClientAddress(),
			'x-visitor-agent': event.request.headers.get('user-agent') ?? '',
			'x-visitor-proto': event.url.protocol.replace(':', ''),
			'x-visitor-host': event.url.host,
		}),
	};
}
