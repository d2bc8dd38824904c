import type { HomeView } from '#schemas/views/courses.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { tracks, starts, current, finished } = await viewOrError<HomeView>(event);
	return { tracks, starts, current, finished };
};
