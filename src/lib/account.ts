import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Me } from '#schemas/account.ts';
import { safeBack } from '#lib/forms.ts';
import { localise, splitLocale } from '#lib/locale.ts';
import { adoptPreferences } from '#lib/preferences.ts';

type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

/**
 * Where to go after signing in: back to where one came from, else to one's own learning. Without its language, since
 * whoever signs in may have chosen another.
 */
export function wayBack(url: URL): string | null {
	const back = safeBack(url.searchParams.get('back') ?? '');
	// What is left without a language may be another site's address, `//…`.
	const bare = safeBack(splitLocale(back).path);
	return bare === '/' ? null : bare;
}

/**
 * Signed in: takes over the choices made elsewhere, and goes on in the learner's language; by way of the question what
 * becomes of what was learned on this device, where there is something.
 */
export function goOn(visit: Visit, me: Me & { hasOffer?: boolean }, otherwise: string): never {
	adoptPreferences(visit.cookies, visit.url, me);
	const onward = wayBack(visit.url) ?? otherwise;
	const asked = `/sign-in/merge?${new URLSearchParams({ back: onward })}`;
	redirect(303, localise(me.locale, me.hasOffer ? asked : onward));
}

/** The password was right, and a code is asked for. */
export function askForCode({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): never {
	redirect(303, localise(locals.locale, '/sign-in/second-step') + backQuery(url));
}

/** `?back=…` to hand on to another account page. */
export function backQuery(url: URL): string {
	const back = wayBack(url);
	return back ? `?${new URLSearchParams({ back })}` : '';
}
