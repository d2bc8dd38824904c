import { error, fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, refuse, refuseForm, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { isHelper } from '#lib/helping.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { ownView } from '#lib/views.ts';
import { messagesFor } from '#messages/index.ts';
import { locales } from '#schemas/names.ts';
import type { Problem } from '#schemas/problem.ts';
import type { HelperView } from '#schemas/views/people.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const view = await ownView<HelperView>(event);
	const { helperOnly } = messagesFor(event.locals.locale).account;
	if (!view) error(401, { message: helperOnly });
	const { me, people, corrections, gives } = view;
	if (me) secondStepFirst(event, me);
	if (!isHelper(me)) error(403, { message: helperOnly });
	const registered = event.url.searchParams.get('registered');
	return {
		people,
		corrections,
		gives,
		registered: people?.find(({ id }) => id === registered),
		// A form that is sent twice finds the person that it has just registered.
		id: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	register: async (event) => {
		const form = await event.request.formData();
		const [id, displayName, username] = [
			textOf(form, 'id'),
			textOf(form, 'displayName'),
			textOf(form, 'username'),
		];
		const locale = choiceOf(form, 'locale', locales) ?? refuseForm();
		const made = await api(event.fetch).registerInCare({
			...(id && { id }),
			displayName,
			...(username && { username }),
			locale,
		});
		if (!made.ok) {
			const { status, data } = refuse(made.problem, { displayName, username, locale });
			return fail(status, { register: data });
		}
		redirect(303, `${localise(event.locals.locale, '/helper')}?registered=${made.data.id}`);
	},
	give: (event) => change(event, 'giveCare'),
	end: (event) => change(event, 'endCare'),
};

/** Who looks after whom; both fields stay filled in when it is refused. */
async function change(event: RequestEvent, how: 'giveCare' | 'endCare') {
	const form = await event.request.formData();
	const pair = { username: textOf(form, 'learner'), carer: textOf(form, 'carer') };
	const result = await api(event.fetch)[how](pair);
	if (result.ok) return { give: { ...pair, how, problem: undefined } };
	const problem = ofThisForm(result.problem);
	return fail(refuse(problem).status, { give: { ...pair, how, problem } });
}

/** In this form the learner's field is called so: the other form of the page has a user name too. */
function ofThisForm(problem: Problem): Problem {
	const errors = problem.errors?.map((one) => ({
		...one,
		path: one.path.replace(/username$/, 'learner'),
	}));
	return errors ? { ...problem, errors } : problem;
}
