import { redirect, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError, refuse, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { accountOf } from '#lib/own-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { secondStep } = await accountOf(event);
	const { passkeys, isPossible } = orError(await api(event.fetch).passkeys());
	return {
		passkeys,
		isPossible,
		hasSecondStep: secondStep === 'on',
		isAdded: event.url.searchParams.has('added'),
		isRemoved: event.url.searchParams.has('removed'),
	};
};

export const actions: Actions = {
	options: async (event) => {
		const password = String((await event.request.formData()).get('password') ?? '');
		const made = await api(event.fetch).passkeyOptions({ password });
		return made.ok ? { options: made.data.options } : refuse(made.problem);
	},
	add: async (event) => {
		const credential = textOf(await event.request.formData(), 'credential');
		const made = await api(event.fetch).addPasskey({ credential });
		return made.ok ? again(event, 'added') : refuse(made.problem);
	},
	remove: async (event) => {
		const passkey = textOf(await event.request.formData(), 'passkey');
		const removed = await api(event.fetch).removePasskey(passkey);
		return removed.ok ? again(event, 'removed') : refuse(removed.problem);
	},
};

function again({ locals }: RequestEvent, what: string): never {
	redirect(303, `${localise(locals.locale, '/settings/passkeys')}?${what}`);
}
