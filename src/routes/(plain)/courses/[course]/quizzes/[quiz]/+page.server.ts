import { redirect } from '@sveltejs/kit';
import type { QuizView } from '#schemas/views/quiz.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { asLearner } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await viewOrError<QuizView>(event);
	const { course, quiz, locales, calendar, standing, granted, attempts, open, next } = found;
	return { course, quiz, contentLocales: locales, calendar, standing, granted, attempts, open, next };
};

export const actions: Actions = {
	/** Starts an attempt, or opens the one that is under way. A visitor becomes a guest. */
	default: async (event) => {
		const { course, quiz } = event.params;
		const { locale } = event.locals;
		// The code of a room, where it is taken in one.
		const code = textOf(await event.request.formData(), 'code');
		const asked = { course, quiz, locale, ...(code && { code }) };
		const started = await asLearner(event, (client) => client.startAttempt(asked));
		if (!started.ok) return refuse(started.problem, { code });
		redirect(303, localise(locale, `/attempts/${started.data.id}`));
	},
};
