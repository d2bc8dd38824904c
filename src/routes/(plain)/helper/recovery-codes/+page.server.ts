import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { choiceOfPeople } from '#lib/helper-people.ts';
import { whoVisits } from '#lib/learner.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { messagesFor } from '#messages/index.ts';
import { keepForOnce, takeOnce } from './shown-once.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { account } = messagesFor(event.locals.locale);
	if (!me) error(401, { message: account.helperOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('recovery-code.make')) error(403, { message: account.helperOnly });
	const made = takeOnce(event, me.id);
	return {
		choice: await choiceOfPeople(event, me),
		made,
		/** It was shown already, to whoever made it. */
		isGone: made === null && event.url.searchParams.has('made'),
	};
};

export const actions: Actions = {
	/** The page that shows the code is another than the one that made it: whoever leafs back finds the form again. */
	default: async (event) => {
		const username = textOf(await event.request.formData(), 'username');
		const made = await api(event.fetch).createRecoveryCode({ username });
		if (!made.ok) return refuse(made.problem, { username });
		const maker = await whoVisits(event);
		keepForOnce(event, maker?.id ?? '', made.data);
		redirect(303, `${event.url.pathname}?made`);
	},
};
