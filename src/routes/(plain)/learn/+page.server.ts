import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { nextStep } from '#lib/next-step.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { me } = await event.parent();
	const said = {
		isNew: event.url.searchParams.has('welcome'),
		isRecovered: event.url.searchParams.has('recovered'),
	};
	if (!me) return { ...said, courses: null, certificates: 0, hasAttempts: false };
	const client = api(event.fetch);
	const [progress, certificates, attempts] = await Promise.all([
		client.progress(),
		client.certificates(),
		client.attempts(),
	]);
	const owned = certificates.ok ? certificates.data.certificates : [];
	const mine = latestFirst(orError(progress).courses);
	const found = await Promise.all(
		mine.map(({ course }) => client.course(course, { locale: event.locals.locale })),
	);
	return {
		...said,
		courses: mine.map((standing, index) => {
			const course = found[index];
			return { standing, next: course?.ok ? nextStep(course.data, standing) : null };
		}),
		certificates: owned.filter(({ status }) => status === 'valid').length,
		hasAttempts: attempts.ok && attempts.data.attempts.length > 0,
	};
};

/** The course that was learned in last comes first. */
function latestFirst(courses: CourseProgress[]): CourseProgress[] {
	const touched = ({ enrolledAt, lessons }: CourseProgress) =>
		[enrolledAt, ...lessons.map(({ doneAt }) => doneAt)].reduce<string>(
			(last, at) => (at && at > last ? at : last),
			'',
		);
	return [...courses].sort((a, b) => touched(b).localeCompare(touched(a)));
}
