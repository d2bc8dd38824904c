import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { accountOf } from '#lib/own-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await accountOf(event);
	const client = api(event.fetch);
	const [list, waiting] = await Promise.all([
		client.merges(),
		client.mergeOffer({ locale: event.locals.locale }),
	]);
	const { searchParams } = event.url;
	return {
		merges: orError(list).merges,
		waits: orError(waiting).offer !== null,
		undone: searchParams.has('undone'),
		stayed: Number(searchParams.get('undone') ?? 0) || 0,
	};
};

export const actions: Actions = {
	undo: async (event) => {
		const merge = textOf(await event.request.formData(), 'merge');
		const result = await api(event.fetch).undoMerge(merge, {});
		if (!result.ok) return refuse(result.problem);
		redirect(303, `${localise(event.locals.locale, '/settings/merges')}?undone=${result.data.stayed}`);
	},
	open: async (event) => {
		const merge = textOf(await event.request.formData(), 'merge');
		const result = await api(event.fetch).openMerged(merge, {});
		if (!result.ok) return refuse(result.problem);
		redirect(303, localise(event.locals.locale, '/learn'));
	},
};
