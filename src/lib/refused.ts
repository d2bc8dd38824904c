import type { RequestEvent } from '@sveltejs/kit';
import { localise, splitLocale } from '#lib/locale.ts';

/** Why a form is not taken before its action sees it, and the status of the page that says so (`/refused/…`). */
export const refusedStatus = { 'other-learner': 409, 'signed-out': 401, elsewhere: 403 } as const;
export type Refused = keyof typeof refusedStatus;
export const reasons = Object.keys(refusedStatus) as Refused[];

/** The page that says why, in the reader's language, in the place of the one that the form would have led to. */
export async function refusedPage(event: RequestEvent, why: Refused): Promise<Response> {
	const back = new URLSearchParams({ back: splitLocale(event.url.pathname).path });
	const page = await event.fetch(`${localise(event.locals.locale, `/refused/${why}`)}?${back}`);
	const headers = new Headers(page.headers);
	headers.set('cache-control', 'no-store');
	headers.delete('etag');
	return new Response(await page.text(), { status: refusedStatus[why], headers });
}
