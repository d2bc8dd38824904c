import { error } from '@sveltejs/kit';
import { safeBack } from '#lib/forms.ts';
import { oneOf } from '#lib/preferences.ts';
import { reasons } from '#lib/refused.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => ({
	why: oneOf(reasons, params.why) ?? error(404, { message: '' }),
	back: safeBack(url.searchParams.get('back') ?? ''),
});
