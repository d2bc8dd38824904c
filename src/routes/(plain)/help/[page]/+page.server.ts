import { error } from '@sveltejs/kit';
import { helpPage } from '../pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals }) => {
	if (!helpPage(params.page, locals.locale)) error(404, { message: '' });
	return { id: params.page };
};
