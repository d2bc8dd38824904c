import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse } from '#lib/forms.ts';
import { asLearner, hasSession } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { nextStep } from '#lib/next-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const client = api(event.fetch);
	const { course: courseId, quiz: id } = event.params;
	const isLearner = hasSession(event);
	const [found, mine, attempts] = await Promise.all([
		client.course(courseId, { locale: event.locals.locale }),
		isLearner ? client.courseProgress(courseId) : null,
		isLearner ? client.attempts({ course: courseId }) : null,
	]);
	const course = orError(found);
	const quiz = course.quizzes.find((each) => each.id === id);
	if (!quiz) error(404);
	const progress = mine?.ok ? mine.data : null;
	const made = attempts?.ok ? attempts.data.attempts.filter((attempt) => attempt.quiz === id) : [];
	return {
		course: { id: course.id, title: course.title },
		quiz,
		standing: progress?.quizzes.find((each) => each.id === id) ?? null,
		/** Latest first. */
		attempts: made,
		open: made.find((attempt) => attempt.submittedAt === null)?.id ?? null,
		next: nextStep(course, progress),
	};
};

export const actions: Actions = {
	/** Starts an attempt, or opens the one that is under way. A visitor becomes a guest. */
	default: async (event) => {
		const { course, quiz } = event.params;
		const { locale } = event.locals;
		const started = await asLearner(event, (client) => client.startAttempt({ course, quiz, locale }));
		if (!started.ok) return refuse(started.problem);
		redirect(303, localise(locale, `/attempts/${started.data.id}`));
	},
};
