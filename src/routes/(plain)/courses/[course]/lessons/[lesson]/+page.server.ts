import { redirect } from '@sveltejs/kit';
import { isOneOf, type FailureCode } from '#schemas/failures.ts';
import type { LessonView } from '#schemas/views/lesson.ts';
import { orError } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { versionHeader } from '#lib/offline/keep.ts';
import { view } from '#lib/views.ts';
import { answerCheck, finishLesson, tickTry } from './actions.ts';
import type { Actions, PageServerLoad } from './$types';

const attemptId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const noSuchVersion: FailureCode[] = ['version-unknown', 'lesson-unknown', 'bad-request'];

export const load: PageServerLoad = async (event) => {
	const { course, lesson: id } = event.params;
	const version = event.url.searchParams.get('version');
	const found = await view<LessonView>(event);
	// A version that is gone, mistyped or without this lesson: the lesson as it stands today.
	if (!found.ok && version !== null && isOneOf(found.problem, noSuchVersion))
		redirect(303, localise(event.locals.locale, `/courses/${course}/lessons/${id}`));
	const { me, ...shown } = orError(found);
	event.setHeaders({ [versionHeader]: shown.lesson.version });
	const isNew = event.url.searchParams.has('finished');
	const from = event.url.searchParams.get('from') ?? '';
	return {
		...shown,
		contentLocales: shown.lesson.locales,
		carried: version,
		isLearner: me !== null,
		isNew,
		/** The attempt whose result led here. */
		from: me && attemptId.test(from) ? from : null,
	};
};

export const actions: Actions = { check: answerCheck, try: tickTry, done: finishLesson };
