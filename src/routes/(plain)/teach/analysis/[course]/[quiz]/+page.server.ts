import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import { chosenIn } from '#lib/analysis/chosen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'analysis.read');
	const { course, quiz } = event.params;
	const chosen = chosenIn(event.url.searchParams);
	return { found: orError(await api(event.fetch).analysis(course, quiz, chosen)), chosen };
};
