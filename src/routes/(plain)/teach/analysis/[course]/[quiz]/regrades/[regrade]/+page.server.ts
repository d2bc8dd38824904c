import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, textOf } from '#lib/forms.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import { localise } from '#lib/locale.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'attempt.regrade');
	const { locale } = event.locals;
	return { found: orError(await api(event.fetch).regrade(event.params.regrade, { locale })) };
};

export const actions: Actions = {
	apply: async (event) => {
		const made = await api(event.fetch).applyRegrade(event.params.regrade);
		return made.ok ? redirect(303, event.url.pathname) : refused(made.problem, '');
	},
	discard: async (event) => {
		const { course, quiz, regrade } = event.params;
		const made = await api(event.fetch).discardRegrade(regrade);
		if (!made.ok) return refused(made.problem, '');
		redirect(303, localise(event.locals.locale, `/teach/analysis/${course}/${quiz}/regrades`));
	},
	/** `attempt`: whose completion it is about; the field for the reason is named by it. */
	decide: async (event) => {
		const form = await event.request.formData();
		const attempt = textOf(form, 'attempt');
		const outcome = choiceOf(form, 'outcome', ['kept', 'withdrawn']) ?? 'kept';
		const reason = textOf(form, `reason-${attempt}`);
		const asked = { attempt, outcome, ...(outcome === 'withdrawn' && reason && { reason }) };
		const made = await api(event.fetch).decideRegrade(event.params.regrade, asked);
		if (made.ok) redirect(303, `${event.url.pathname}#decisions`);
		return refused(made.problem, attempt, reason);
	},
};

function refused(problem: Problem, attempt: string, reason = '') {
	const named = problem.errors?.map((one) => ({
		...one,
		path: one.path.replace(/reason$/, `reason-${attempt}`),
	}));
	const { status, data } = refuse(named ? { ...problem, errors: named } : problem, { attempt, reason });
	return fail(status, data);
}
