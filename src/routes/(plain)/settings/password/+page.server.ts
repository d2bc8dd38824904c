import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { refuse } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { accountOf } from '#lib/own-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await accountOf(event);
	return { changed: event.url.searchParams.has('changed') };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const result = await api(event.fetch).changePassword({
			current: String(form.get('current') ?? ''),
			password: String(form.get('password') ?? ''),
		});
		if (!result.ok) return refuse(result.problem);
		redirect(303, `${localise(event.locals.locale, '/settings/password')}?changed`);
	},
};
