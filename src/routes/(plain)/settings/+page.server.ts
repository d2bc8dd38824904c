import { redirect } from '@sveltejs/kit';
import { locales, textSizes, themes } from '#schemas/names.ts';
import type { SettingsView } from '#schemas/views/people.ts';
import { api } from '#lib/api.ts';
import { choiceOf, safeBack, textOf } from '#lib/forms.ts';
import { hasSession } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { keepPreferences, type Preferences } from '#lib/preferences.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { codes } = await viewOrError<SettingsView>(event);
	return { saved: event.url.searchParams.has('saved'), codes };
};

export const actions: Actions = {
	save: async (event) => {
		const chosen = await keep(event, await event.request.formData());
		redirect(303, `${localise(chosen.locale ?? event.locals.locale, '/settings')}?saved`);
	},
	/** The owner knows of the codes that were made for their account; from any page, which then comes back. */
	codes: async (event) => {
		const form = await event.request.formData();
		await api(event.fetch).seeCodes({ until: textOf(form, 'until') });
		redirect(303, safeBack(textOf(form, 'back')));
	},
	/** One button on another page, which then comes back. */
	size: async (event) => {
		const form = await event.request.formData();
		await keep(event, form);
		redirect(303, safeBack(textOf(form, 'back')));
	},
};

/** Keeps what the form chose on this device and, for whoever is signed in, on the server. */
async function keep(event: RequestEvent, form: FormData): Promise<Partial<Preferences>> {
	const locale = choiceOf(form, 'locale', locales);
	const textSize = choiceOf(form, 'textSize', textSizes);
	const theme = choiceOf(form, 'theme', themes);
	const chosen = { ...(locale && { locale }), ...(textSize && { textSize }), ...(theme && { theme }) };
	keepPreferences(event.cookies, event.url, chosen);
	if (hasSession(event) && Object.keys(chosen).length > 0) {
		const kept = { textSize: event.locals.textSize, theme: event.locals.theme };
		const preferences = { ...kept, ...(textSize && { textSize }), ...(theme && { theme }) };
		await api(event.fetch).changeMe({ ...(locale && { locale }), preferences });
	}
	return chosen;
}
