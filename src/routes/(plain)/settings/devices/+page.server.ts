import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { ownerOf } from '#lib/own-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await ownerOf(event);
	const { sessions } = orError(await api(event.fetch).signedIn());
	return { sessions, ended: event.url.searchParams.has('ended') };
};

const done = (event: RequestEvent): never =>
	redirect(303, `${localise(event.locals.locale, '/settings/devices')}?ended`);

export const actions: Actions = {
	one: async (event) => {
		const session = textOf(await event.request.formData(), 'session');
		const result = await api(event.fetch).endOne(session);
		return result.ok ? done(event) : refuse(result.problem);
	},
	others: async (event) => {
		const result = await api(event.fetch).endOthers();
		return result.ok ? done(event) : refuse(result.problem);
	},
};
