import { askForCode, backQuery, goOn } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { refuse, saysShared, textOf } from '#lib/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ back: backQuery(url) });

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const username = textOf(form, 'username');
		const code = textOf(form, 'code');
		const shared = saysShared(form);
		const password = String(form.get('password') ?? '');
		const result = await api(event.fetch).recover({ username, code, password, shared });
		if (!result.ok) return refuse(result.problem, { username, code, shared: shared ? 'yes' : '' });
		if (result.status === 202) askForCode(event);
		goOn(event, result.data, '/learn?recovered');
	},
};
