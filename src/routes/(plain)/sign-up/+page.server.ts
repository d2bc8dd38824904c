import { targetGroups } from '#schemas/names.ts';
import { backQuery, goOn } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { choiceOf, refuse, saysShared, textOf } from '#lib/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ back: backQuery(url) });

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const username = textOf(form, 'username');
		const displayName = textOf(form, 'displayName');
		const targetGroup = choiceOf(form, 'targetGroup', targetGroups);
		const shared = saysShared(form);
		const made = await api(event.fetch).createAccount({
			username,
			displayName,
			password: String(form.get('password') ?? ''),
			locale: event.locals.locale,
			shared,
			...(targetGroup && { targetGroup }),
		});
		if (!made.ok)
			return refuse(made.problem, {
				username,
				displayName,
				targetGroup: targetGroup ?? '',
				shared: shared ? 'yes' : '',
			});
		goOn(event, made.data, '/learn?welcome');
	},
};
