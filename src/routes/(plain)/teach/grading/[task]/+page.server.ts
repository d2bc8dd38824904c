import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { besideOf, fieldsIn, markIn, startOf } from '#lib/grading/mark-form.ts';
import { savedIn, savedQuery } from '#lib/grading/saved.ts';
import { localise } from '#lib/locale.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locale } = event.locals;
	const client = api(event.fetch);
	const { task: id } = event.params;
	// What was typed is shown again, whatever has become of the answer, or of the right to grade it.
	if (event.request.method === 'POST') {
		const found = await client.gradingTask(id, { locale });
		return { task: found.ok ? found.data : null, start: {}, saved: null };
	}
	await teacherOf(event, 'answer.grade');
	const task = orError(await client.claimTask(id));
	const take = Number(event.url.searchParams.get('take')) || null;
	return { task, start: startOf(task, take), saved: savedIn(event.url) };
};

export const actions: Actions = {
	/** `seen`: how many marks the page knew of; `was`: how the answer stood there. */
	default: async (event) => {
		const form = await event.request.formData();
		const fields = fieldsIn(form);
		const mark = { ...markIn(fields), seen: Number(textOf(form, 'seen')) || 0 };
		const made = await api(event.fetch).markTask(event.params.task, mark);
		if (!made.ok) return refuse(made.problem, fields);
		const { data: task } = made;
		const here = localise(event.locals.locale, `/teach/grading/${task.id}`);
		if (besideOf(task)) redirect(303, here);
		if (textOf(form, 'was') === 'graded') redirect(303, here + savedQuery(task));
		const onward = task.next ? `/teach/grading/${task.next}` : '/teach/grading';
		const others = task.round.open - (task.round.place === null ? 0 : 1);
		const left = task.next ? '' : `&left=${others}`;
		redirect(303, localise(event.locals.locale, onward) + savedQuery(task) + left);
	},
};
