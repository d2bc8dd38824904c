import { backQuery, goOn } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { refuse, saysShared, textOf } from '#lib/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ back: backQuery(url) });

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const shared = saysShared(form);
		const credential = textOf(form, 'credential');
		const result = await api(event.fetch).signInByPasskey({ credential, shared });
		if (!result.ok) return refuse(result.problem, { shared: shared ? 'yes' : '' });
		goOn(event, result.data, '/learn');
	},
};
