import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { teacherOf } from '#lib/teacher-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await teacherOf(event, 'analysis.read');
	return orError(await api(event.fetch).analyses({ locale: event.locals.locale }));
};
