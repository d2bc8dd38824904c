import type { AnswersView } from '#schemas/views/quiz.ts';
import { ownView } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const found = await ownView<AnswersView>(event);
	return { groups: found?.groups ?? null };
};
