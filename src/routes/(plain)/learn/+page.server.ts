import type { LearningView } from '#schemas/views/learning.ts';
import { ownView } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const said = {
		isNew: event.url.searchParams.has('welcome'),
		isRecovered: event.url.searchParams.has('recovered'),
	};
	const found = await ownView<LearningView>(event);
	if (!found) return { ...said, courses: null, certificates: 0, hasAttempts: false };
	const { courses, certificates, hasAttempts } = found;
	return { ...said, courses, certificates, hasAttempts };
};
