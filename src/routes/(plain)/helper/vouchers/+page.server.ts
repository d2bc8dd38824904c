import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { choiceOfPeople } from '#lib/helper-people.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { messagesFor } from '#messages/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { locale } = event.locals;
	const { helperOnly } = messagesFor(locale).account;
	if (!me) error(401, { message: helperOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('learning.vouch')) error(403, { message: helperOnly });
	const courses = orError(await api(event.fetch).courses({ locale }))
		.courses.filter(({ certificate }) => certificate)
		.map(({ id, title, locale: lang }) => ({ id, title, lang }));
	const done = courses.find(({ id }) => id === event.url.searchParams.get('vouched'));
	return { courses, choice: await choiceOfPeople(event, me), done: done?.title ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const asked = { username: textOf(form, 'username'), course: textOf(form, 'course') };
		const made = await api(event.fetch).vouch(asked);
		if (!made.ok) return refuse(made.problem, asked);
		const { username, course } = made.data;
		redirect(303, `${event.url.pathname}?${new URLSearchParams({ username, vouched: course })}`);
	},
};
