import type { LearningView } from '#schemas/views/learning.ts';
import { ownView } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	isNew: event.url.searchParams.has('welcome'),
	isRecovered: event.url.searchParams.has('recovered'),
	/** Null: a visitor. */
	mine: await ownView<LearningView>(event),
});
