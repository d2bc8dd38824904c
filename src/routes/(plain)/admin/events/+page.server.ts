import { error } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { oneOf } from '#lib/preferences.ts';
import { messagesFor } from '#messages/index.ts';
import type { EventKind } from '#schemas/security.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { security } = messagesFor(event.locals.locale);
	if (!me) error(401, { message: security.adminOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('security.read')) error(403, { message: security.adminOnly });
	const kinds = Object.keys(security.event) as EventKind[];
	const asked = event.url.searchParams.get('kind') || undefined;
	const kind = asked === undefined ? undefined : (oneOf(kinds, asked) ?? error(404, { message: '' }));
	const before = event.url.searchParams.get('before') ?? undefined;
	const page = orError(
		await api(event.fetch).accountEvents({ ...(kind && { kind }), ...(before && { before }) }),
	);
	return { ...page, kind };
};
