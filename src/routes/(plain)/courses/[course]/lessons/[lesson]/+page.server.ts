import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { hasSession } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { answerCheck, finishLesson, tickTry } from './actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const client = api(event.fetch);
	const { course, lesson: id } = event.params;
	const version = event.url.searchParams.get('version') ?? undefined;
	const [found, mine] = await Promise.all([
		client.lesson(course, id, { locale: event.locals.locale, version }),
		hasSession(event) ? client.courseProgress(course) : null,
	]);
	// A version that is gone or mistyped: the lesson as it stands today.
	if (!found.ok && version !== undefined && (found.status === 404 || found.status === 400))
		redirect(303, localise(event.locals.locale, `/courses/${course}/lessons/${id}`));
	const lesson = orError(found);
	const progress = mine?.ok ? mine.data.lessons.find((entry) => entry.id === lesson.id) : undefined;
	return {
		lesson,
		carried: version ?? null,
		isLearner: mine?.ok ?? false,
		doneAt: progress?.doneAt ?? null,
		tried: progress?.tries ?? [],
	};
};

export const actions: Actions = { check: answerCheck, try: tickTry, done: finishLesson };
