import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { nextStep } from '#lib/next-step.ts';
import { oneOf } from '#lib/preferences.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	// What is answered changes with every screen, and on a shared phone nobody else may leaf back to it.
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const client = api(event.fetch);
	const { locale } = event.locals;
	const attempt = orError(await client.attempt(event.params.attempt));
	const { submission } = attempt;
	if (!submission) redirect(303, localise(locale, `/attempts/${attempt.id}`));
	const [course, progress] = await Promise.all([
		client.course(attempt.course, { locale }),
		client.courseProgress(attempt.course),
	]);
	return {
		attempt,
		submission,
		course: course.ok ? { id: course.data.id, title: course.data.title } : null,
		next: course.ok ? nextStep(course.data, progress.ok ? progress.data : null) : null,
		/** Another attempt at this quiz has passed, so nothing is left to be done. */
		passedBefore:
			progress.ok && progress.data.quizzes.some(({ id, passed }) => id === attempt.quiz && passed),
		/** Why the last answer did not count, where the way here was a refused one. */
		note: oneOf(['late', 'submitted'] as const, event.url.searchParams.get('note')) ?? null,
		/** Nobody pressed the button: the time was up. */
		autoSubmittedAt:
			attempt.deadline && submission.submittedAt === attempt.deadline ? attempt.deadline : null,
	};
};
