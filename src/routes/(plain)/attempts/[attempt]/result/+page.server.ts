import { redirect } from '@sveltejs/kit';
import type { ResultView } from '#schemas/views/quiz.ts';
import { localise } from '#lib/locale.ts';
import { oneOf } from '#lib/preferences.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { attempt, course, quiz, next, passedBefore } = await viewOrError<ResultView>(event);
	const { submission } = attempt;
	if (!submission) redirect(303, localise(event.locals.locale, `/attempts/${attempt.id}`));
	return {
		attempt,
		submission,
		course,
		/** What the quiz is called now; null: it is gone. */
		quiz,
		next,
		/** Another attempt at this quiz has passed, so nothing is left to be done. */
		passedBefore,
		/** Why the last answer did not count, where the way here was a refused one. */
		note: oneOf(['late', 'submitted'] as const, event.url.searchParams.get('note')) ?? null,
		/** Nobody pressed the button: the time was up. */
		autoSubmittedAt:
			attempt.deadline && submission.submittedAt === attempt.deadline ? attempt.deadline : null,
	};
};
