import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { nextStep } from '#lib/next-step.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const client = api(event.fetch);
	const { locale } = event.locals;
	const { me } = await event.parent();
	const [tracks, progress] = await Promise.all([client.tracks({ locale }), me ? client.progress() : null]);
	const current = progress?.ok ? latest(progress.data.courses) : undefined;
	const course = current ? await client.course(current.course, { locale }) : null;
	return {
		tracks: orError(tracks).tracks,
		current:
			current && course?.ok
				? { course: course.data, progress: current, next: nextStep(course.data, current) }
				: null,
	};
};

/** The course that was learned in last, among those that still ask for something. */
function latest(courses: CourseProgress[]): CourseProgress | undefined {
	const touched = (course: CourseProgress) =>
		[course.enrolledAt, ...course.lessons.map(({ doneAt }) => doneAt)]
			.filter((at) => at !== null)
			.sort()
			.at(-1) ?? '';
	return courses
		.filter((course) => course.certificate === null)
		.sort((a, b) => touched(b).localeCompare(touched(a)))
		.at(0);
}
