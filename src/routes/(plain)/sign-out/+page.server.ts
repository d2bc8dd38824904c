import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { refuse } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Here, or with `?everywhere` on every device. */
	default: async (event) => {
		const result = await api(event.fetch).signOut({
			everywhere: event.url.searchParams.has('everywhere') ? 'true' : 'false',
		});
		if (!result.ok) return refuse(result.problem);
		redirect(303, `${localise(event.locals.locale, '/sign-in')}?signed-out`);
	},
};
