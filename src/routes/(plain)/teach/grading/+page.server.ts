import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { daysWaited } from '#lib/grading/queue.ts';
import { savedIn } from '#lib/grading/saved.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'answer.grade');
	const queue = orError(await api(event.fetch).gradingQueue({ locale: event.locals.locale }));
	const now = Date.now();
	return {
		questions: queue.questions.map((one) => ({ ...one, days: daysWaited(one, now) })),
		claimed: queue.claimed,
		differing: queue.differing,
		graded: queue.graded,
		saved: savedIn(event.url),
		/** How many answers to the question that was gone through are left. */
		left: leftIn(event.url),
	};
};

function leftIn({ searchParams }: URL): number | null {
	const left = searchParams.get('left') ?? '';
	return /^\d{1,6}$/.test(left) ? Number(left) : null;
}
