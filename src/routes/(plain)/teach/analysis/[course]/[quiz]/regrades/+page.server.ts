import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, textOf } from '#lib/forms.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import { personGraded, regradeScopes, regradeWays } from '#schemas/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'attempt.regrade');
	const { course, quiz } = event.params;
	const client = api(event.fetch);
	const [found, { regrades }] = await Promise.all([
		client.analysis(course, quiz, {}).then(orError),
		client.regrades(course, { locale: event.locals.locale }).then(orError),
	]);
	const asked = new Map(
		found.items
			.filter(({ n, kind }) => n !== null && kind !== null && !personGraded.some((one) => one === kind))
			.map(({ question, n, title, locale }) => [
				question,
				{ question, n: n!, title: title ?? question, locale },
			]),
	);
	return {
		title: found.title,
		lang: found.locale,
		questions: [...asked.values()],
		regrades: regrades.filter((one) => one.quiz === found.quiz),
		chosen: event.url.searchParams.get('question'),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const question = textOf(form, 'question');
		const way = choiceOf(form, 'way', regradeWays) ?? 'new-key';
		const scope = choiceOf(form, 'scope', regradeScopes);
		const reason = textOf(form, 'reason');
		const request = { question, way, reason, ...(scope && { scope }) };
		const made = await api(event.fetch).askRegrade(event.params.course, request, {
			locale: event.locals.locale,
		});
		if (made.ok) redirect(303, `${event.url.pathname}/${made.data.id}`);
		const { status, data } = refuse(made.problem, { question, way, scope: scope ?? '', reason });
		return fail(status, data);
	},
};
