import type { CoursesView } from '#schemas/views/courses.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { courses, standings } = await viewOrError<CoursesView>(event);
	return { courses, standings };
};
