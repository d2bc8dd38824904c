import { fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { countedQuizzes } from '#lib/counted-quizzes.ts';
import { choiceOf, orError, refuse, refuseForm, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { roomLengths } from '#lib/rooms/rooms.ts';
import { supervisorOf } from '#lib/rooms/supervisor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const me = await supervisorOf(event);
	const { locale } = event.locals;
	const client = api(event.fetch);
	const { rooms } = orError(await client.rooms({ locale }));
	const courses = await countedQuizzes(client, locale);
	// An instructor of some courses alone opens rooms for these.
	const roles = me.roles ?? [];
	const scopes = roles.flatMap(({ role, scope }) => (role === 'instructor' && scope ? [scope] : []));
	const isOfSome = roles.every(({ role, scope }) => role === 'learner' || (role === 'instructor' && scope));
	return {
		rooms,
		courses: isOfSome ? courses.filter(({ course }) => scopes.includes(course)) : courses,
		id: crypto.randomUUID(),
	};
};

const lengths = roomLengths.map(String);

export const actions: Actions = {
	/** `of`: course and quiz, as `course/quiz`. */
	default: async (event) => {
		const form = await event.request.formData();
		const of = textOf(form, 'of');
		const [course = '', quiz = ''] = of.split('/');
		const id = textOf(form, 'id');
		const name = textOf(form, 'name');
		const minutes = choiceOf(form, 'minutes', lengths) ?? refuseForm();
		const made = await api(event.fetch).openRoom({
			...(id && { id }),
			course,
			quiz,
			name,
			minutes: Number(minutes),
		});
		if (made.ok) redirect(303, localise(event.locals.locale, `/rooms/${made.data.id}`));
		const { status, data } = refuse(made.problem, { of, name, minutes });
		return fail(status, data);
	},
};
