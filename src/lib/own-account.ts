import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { localise } from '#lib/locale.ts';
import { signInFrom } from '#lib/sign-in-link.ts';
import type { Someone } from '#lib/frame.ts';

type Visit = Pick<RequestEvent, 'locals' | 'url'> & { parent(): Promise<{ me: Someone | null }> };

/** Who reads a page of their own account; a visitor signs in first and comes back. */
export async function ownerOf(visit: Visit): Promise<Someone> {
	const { me } = await visit.parent();
	if (me) return me;
	redirect(
		303,
		signInFrom(visit.url, (path) => localise(visit.locals.locale, path)),
	);
}

/** The same where there must be a log-in. */
export async function accountOf(visit: Visit): Promise<Someone> {
	const me = await ownerOf(visit);
	if (me.guest) error(403, { message: '' });
	return me;
}

/** Who holds a role that counts only once they sign in by two steps sets that up before they do anything by it. */
export function secondStepFirst(
	{ locals }: Pick<RequestEvent, 'locals'>,
	me: Pick<Someone, 'secondStep'>,
): void {
	if (me.secondStep === 'needed') redirect(303, localise(locals.locale, '/settings/second-step'));
}
