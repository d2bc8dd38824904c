import { error, fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { secondStepFirst } from '#lib/own-account.ts';
import { messagesFor } from '#messages/index.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What was just done, as the address says. */
const said = ['accepted', 'refused'] as const;

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const { helperOnly } = messagesFor(event.locals.locale).account;
	if (!me) error(401, { message: helperOnly });
	secondStepFirst(event, me);
	if (!me.may?.includes('certificate.correct')) error(403, { message: helperOnly });
	const { corrections } = orError(await api(event.fetch).openCorrections());
	const { searchParams } = event.url;
	return { corrections, done: said.find((one) => searchParams.has(one)) };
};

export const actions: Actions = {
	accept: async (event) => {
		const { serial, id } = await askedBy(event);
		const result = await api(event.fetch).acceptCorrection(serial, id);
		if (!result.ok) return refuse(result.problem, { id });
		redirect(303, `${event.url.pathname}?accepted`);
	},
	refuse: async (event) => {
		const { serial, id, form } = await askedBy(event);
		const why = textOf(form, `why-${id}`);
		const result = await api(event.fetch).refuseCorrection(serial, id, { why });
		if (result.ok) redirect(303, `${event.url.pathname}?refused`);
		const { status, data } = refuse(ofThisForm(result.problem, id), { id, why });
		return fail(status, data);
	},
};

async function askedBy({ request }: RequestEvent) {
	const form = await request.formData();
	return { form, serial: textOf(form, 'serial'), id: textOf(form, 'id') };
}

/** Each request on the page has a field of its own; of what is wrong with it the first is said. */
function ofThisForm(problem: Problem, id: string): Problem {
	const [first] = problem.errors ?? [];
	if (!first) return problem;
	return { ...problem, errors: [{ ...first, path: first.path.replace(/why$/, `why-${id}`) }] };
}
