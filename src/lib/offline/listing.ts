/** What a whole course is, in one language: which pages, and which files beside what the pages show at once. */
import { pathTo } from '#schemas/address.ts';
import type { CourseFiles } from '#schemas/course-files.ts';
import { courseFiles, courseView } from '#schemas/paths.ts';
import { localise } from '../locale.ts';
import type { CourseHere } from './messages.ts';

export function listingAddress({ course, locale }: CourseHere): string {
	return `${pathTo(courseFiles, course)}?locale=${locale}`;
}

/** What the page of a course shows, as the API says it to a visitor. */
export function viewAddress({ course, locale }: CourseHere): string {
	return `${pathTo(courseView, course)}?locale=${locale}`;
}

export function pagesOf({ course, lessons, quizzes }: CourseFiles, { locale }: CourseHere): string[] {
	const folder = localise(locale, `/courses/${course}`);
	return [
		folder,
		...lessons.map(({ id }) => `${folder}/lessons/${id}`),
		...quizzes.map(({ id }) => `${folder}/quizzes/${id}`),
	];
}

/** The listing that was kept with a course. */
export async function listingIn(cache: Cache, here: CourseHere): Promise<CourseFiles | null> {
	const found = await cache.match(listingAddress(here));
	return found ? ((await found.json()) as CourseFiles) : null;
}
