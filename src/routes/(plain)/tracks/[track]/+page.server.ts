import type { TrackView } from '#schemas/views/courses.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { track, standings } = await viewOrError<TrackView>(event);
	return { track, standings };
};
