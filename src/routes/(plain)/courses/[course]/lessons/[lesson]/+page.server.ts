import { redirect } from '@sveltejs/kit';
import type { LessonView } from '#schemas/view.ts';
import { orError } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { view } from '#lib/views.ts';
import { answerCheck, finishLesson, tickTry } from './actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { course, lesson: id } = event.params;
	const version = event.url.searchParams.get('version');
	const found = await view<LessonView>(event);
	// A version that is gone or mistyped: the lesson as it stands today.
	if (!found.ok && version !== null && (found.status === 404 || found.status === 400))
		redirect(303, localise(event.locals.locale, `/courses/${course}/lessons/${id}`));
	const { me, lesson, done, tried } = orError(found);
	return { lesson, carried: version, isLearner: me !== null, done, tried };
};

export const actions: Actions = { check: answerCheck, try: tickTry, done: finishLesson };
