import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, textOf } from '#lib/forms.ts';
import { hasSession } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { nextStep } from '#lib/next-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const client = api(event.fetch);
	const { locale } = event.locals;
	const id = event.params.course;
	const [found, mine] = await Promise.all([
		client.course(id, { locale }),
		hasSession(event) ? client.courseProgress(id) : null,
	]);
	const course = orError(found);
	const progress = mine?.ok ? mine.data : null;
	const ids = [...new Set(course.skills.map(({ framework }) => framework))];
	const frameworks = await Promise.all(ids.map((framework) => client.framework(framework, { locale })));
	return {
		course,
		progress,
		next: nextStep(course, progress),
		frameworks: frameworks.flatMap((each) => (each.ok ? [each.data] : [])),
	};
};

export const actions: Actions = {
	/** Enrols a learner who is signed in, then opens the lesson. Reading needs neither. */
	start: async (event) => {
		const lesson = textOf(await event.request.formData(), 'lesson');
		const { course } = event.params;
		if (hasSession(event)) await api(event.fetch).enrol({ course });
		redirect(303, localise(event.locals.locale, `/courses/${course}/lessons/${encodeURIComponent(lesson)}`));
	},
};
