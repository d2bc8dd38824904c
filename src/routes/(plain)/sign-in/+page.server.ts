import { askForCode, backQuery, goOn, wayBack } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { refuse, saysShared, textOf } from '#lib/forms.ts';
import { keepsPasskeys } from '#lib/site.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, platform }) => ({
	back: backQuery(url),
	onward: wayBack(url) ?? '/learn',
	hasPasskeys: keepsPasskeys({ url, platform }),
	hasLeft: url.searchParams.has('signed-out'),
	isOver: url.searchParams.has('over'),
	isErased: url.searchParams.has('erased'),
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const username = textOf(form, 'username');
		const shared = saysShared(form);
		const password = String(form.get('password') ?? '');
		const result = await api(event.fetch).signIn({ username, password, shared });
		if (!result.ok) return refuse(result.problem, { username, shared: shared ? 'yes' : '' });
		if (result.status === 202) askForCode(event);
		goOn(event, result.data, '/learn');
	},
};
