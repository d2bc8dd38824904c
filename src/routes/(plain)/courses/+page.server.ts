import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals }) => {
	const { courses } = orError(await api(fetch).courses({ locale: locals.locale }));
	return { courses };
};
