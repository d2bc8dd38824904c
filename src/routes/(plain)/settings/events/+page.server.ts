import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { ownerOf } from '#lib/own-account.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await ownerOf(event);
	return orError(await api(event.fetch).ownEvents());
};
