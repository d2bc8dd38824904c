import type { RequestEvent } from '@sveltejs/kit';
import { codeOf } from '#schemas/failures.ts';
import { isTheirs, visitor, whoseField } from '#schemas/whose.ts';
import { api } from '#lib/api.ts';
import { textOf } from '#lib/forms.ts';
import { hasSession } from '#lib/learner.ts';
import { splitLocale } from '#lib/locale.ts';

/**
 * Forms that may be sent by whoever has signed out, or in, since: how pages look on this device, and signing out
 * itself.
 */
const nobodys = /^\/(settings|sign-out)$/;

type Stranger = 'other-learner' | 'signed-in-since' | 'signed-out';

/**
 * Whether the form that was sent is another person's than who is signed in now: pages stay open in tabs while people
 * change. A form that says nothing signs somebody in. What the form says goes along with all
 * that is asked of the API for it.
 */
export async function strangerTo(event: RequestEvent): Promise<Stranger | null> {
	const form = await event.request
		.clone()
		.formData()
		.catch(() => null);
	const whose = form && textOf(form, whoseField);
	if (!whose) return null;
	const isNobodys = nobodys.test(splitLocale(event.url.pathname).path);
	if (whose === visitor && isNobodys) return null;
	event.locals.whose = whose;
	const mayBeGone = whose === visitor || isNobodys;
	const isGone = mayBeGone ? null : 'signed-out';
	if (!hasSession(event)) return isGone;
	const me = await api(event.fetch).me();
	if (me.ok) return isTheirs(whose, me.data) ? null : whose === visitor ? 'signed-in-since' : 'other-learner';
	return codeOf(me.problem) === 'not-signed-in' ? isGone : null;
}
