import { redirect } from '@sveltejs/kit';
import type { CourseView } from '#schemas/views/courses.ts';
import { api } from '#lib/api.ts';
import { textOf } from '#lib/forms.ts';
import { versionHeader } from '#lib/offline/keep.ts';
import { hasSession } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { course, progress, done, next, frameworks } = await viewOrError<CourseView>(event);
	event.setHeaders({ [versionHeader]: course.version });
	return { course, progress, done, next, frameworks, contentLocales: course.locales };
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
