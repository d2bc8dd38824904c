import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, fetch, locals }) => ({
	track: orError(await api(fetch).track(params.track, { locale: locals.locale })),
});
