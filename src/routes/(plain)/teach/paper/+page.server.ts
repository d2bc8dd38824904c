import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { countedQuizzes } from '#lib/counted-quizzes.ts';
import { choiceOf, orError, refuse, refuseForm, textOf, yearIn } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import { locales } from '#schemas/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = await teacherOf(event, 'paper.keep');
	const { locale } = event.locals;
	const client = api(event.fetch);
	const { forms } = orError(await client.paperForms({ locale }));
	// An instructor of some courses alone prints tests of these.
	const teaching = (me.roles ?? []).filter(({ role }) => role === 'instructor' || role === 'admin');
	const isOfAll = teaching.some(({ scope }) => !scope);
	const courses = await countedQuizzes(client, locale);
	return {
		forms,
		courses: isOfAll
			? courses
			: courses.filter(({ course }) => teaching.some(({ scope }) => scope === course)),
		id: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	/** `of`: course and quiz, as `course/quiz`. */
	default: async (event) => {
		const form = await event.request.formData();
		const of = textOf(form, 'of');
		const [course = '', quiz = ''] = of.split('/');
		const id = textOf(form, 'id');
		const count = textOf(form, 'count');
		const locale = choiceOf(form, 'locale', locales) ?? refuseForm();
		const made = await api(event.fetch).makePaperForms(
			{ ...(id && { id }), course, quiz, locale, count: yearIn(count) },
			{ locale: event.locals.locale },
		);
		if (made.ok) redirect(303, localise(event.locals.locale, `/teach/paper/${made.data.forms[0]!.number}`));
		const { status, data } = refuse(made.problem, { of, locale, count });
		return fail(status, data);
	},
};
