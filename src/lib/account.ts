import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Me } from '#schemas/account.ts';
import { safeBack } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { adoptPreferences } from '#lib/preferences.ts';

type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

/** Where to go after signing in: back to where one came from, else to one's own learning. */
export function wayBack(url: URL): string | null {
	const back = safeBack(url.searchParams.get('back') ?? '');
	return back === '/' ? null : back;
}

/** Signed in: takes over the choices made elsewhere, and goes on in the learner's language. */
export function goOn(visit: Visit, me: Me, otherwise: string): never {
	adoptPreferences(visit.cookies, visit.url, me);
	redirect(303, localise(me.locale, wayBack(visit.url) ?? otherwise));
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
