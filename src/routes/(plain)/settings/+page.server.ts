import { redirect } from '@sveltejs/kit';
import { locales, targetGroups, textSizes, themes } from '#schemas/names.ts';
import type { SettingsView } from '#schemas/views/people.ts';
import { api } from '#lib/api.ts';
import { choiceOf, refuse, safeBack, textOf, yearIn } from '#lib/forms.ts';
import { hasSession, whoVisits } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { keepPreferences, type Preferences } from '#lib/preferences.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { codes, about } = await viewOrError<SettingsView>(event);
	return { saved: event.url.searchParams.has('saved'), codes, about };
};

export const actions: Actions = {
	save: async (event) => {
		const chosen = await keep(event, await event.request.formData());
		redirect(303, `${localise(chosen.locale ?? event.locals.locale, '/settings')}?saved`);
	},
	/** What somebody tells of themselves. An empty field is taken back, but for the name. */
	about: async (event) => {
		const form = await event.request.formData();
		const [displayName, birthYear, residence] = ['displayName', 'birthYear', 'residence'].map((name) =>
			textOf(form, name).trim(),
		) as [string, string, string];
		const targetGroup = choiceOf(form, 'targetGroup', targetGroups) ?? null;
		const hasName = Boolean((await whoVisits(event))?.displayName);
		const result = await api(event.fetch).changeMe({
			...((displayName || hasName) && { displayName }),
			targetGroup,
			birthYear: birthYear === '' ? null : yearIn(birthYear),
			residence: residence || null,
		});
		if (!result.ok)
			return refuse(result.problem, {
				displayName,
				birthYear,
				residence,
				targetGroup: targetGroup ?? '',
			});
		redirect(303, `${localise(event.locals.locale, '/settings')}?saved`);
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
