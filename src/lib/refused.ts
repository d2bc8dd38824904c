import type { RequestEvent } from '@sveltejs/kit';
import { cameFrom } from '#domain/origin.ts';
import { localise } from '#lib/locale.ts';
import { pageAt } from '#lib/sign-in-link.ts';
import { strangerTo } from '#lib/whose.ts';

/** Why a form is not taken, or leads nowhere, and the status of the page that says so (`/refused/…`). */
export const refusedStatus = {
	'other-learner': 409,
	'signed-in-since': 409,
	'signed-out': 401,
	elsewhere: 403,
	cookies: 403,
} as const;
export type Refused = keyof typeof refusedStatus;
export const reasons = Object.keys(refusedStatus) as Refused[];

/** Why a form is not taken: forms come from our own pages alone, and from whom the page was made for. */
export async function refusalOf(event: RequestEvent): Promise<Refused | null> {
	const { headers } = event.request;
	const said = (name: string) => headers.get(name);
	const asked = `${said('x-forwarded-proto')}://${said('x-forwarded-host')}`;
	const where = cameFrom(
		{ origin: said('origin'), referer: said('referer'), 'sec-fetch-site': said('sec-fetch-site') },
		[event.url.origin, asked],
	);
	return where === 'here' ? strangerTo(event) : 'elsewhere';
}

/** The page that says why, in the reader's language, in the place of the one that the form would have led to. */
export async function refusedPage(event: RequestEvent, why: Refused, asked = event.url): Promise<Response> {
	const back = new URLSearchParams({ back: pageAt(formStoodOn(event) ?? asked) });
	const page = await event.fetch(`${localise(event.locals.locale, `/refused/${why}`)}?${back}`);
	const headers = new Headers(page.headers);
	headers.set('cache-control', 'no-store');
	headers.delete('etag');
	return new Response(await page.text(), { status: refusedStatus[why], headers });
}

/** The page that a form was sent from: the form's own address may say more, such as the version that it was made for. */
function formStoodOn({ request, url }: RequestEvent): URL | null {
	const from = request.headers.get('referer');
	if (request.method !== 'POST' || !from || !URL.canParse(from)) return null;
	const page = new URL(from);
	return page.host === (request.headers.get('x-forwarded-host') ?? url.host) ? page : null;
}
