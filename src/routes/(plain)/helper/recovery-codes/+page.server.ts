import { error } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { messagesFor } from '#messages/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { account } = messagesFor(event.locals.locale);
	if (!me) error(401, { message: account.helperOnly });
	if (!me.may?.includes('recovery-code.make')) error(403, { message: account.helperOnly });
	return { username: event.url.searchParams.get('username') ?? '' };
};

export const actions: Actions = {
	/** The code stands in this one reply alone: in no address and no history. */
	default: async (event) => {
		const username = textOf(await event.request.formData(), 'username');
		const made = await api(event.fetch).createRecoveryCode({ username });
		return made.ok ? { made: made.data } : refuse(made.problem, { username });
	},
};
