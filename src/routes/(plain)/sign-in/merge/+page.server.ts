import { redirect } from '@sveltejs/kit';
import { wayBack } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, refuseForm } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { accountOf } from '#lib/own-account.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await accountOf(event);
	const { searchParams } = event.url;
	const client = api(event.fetch);
	const onward = wayBack(event.url) ?? '/learn';
	const wanted = searchParams.get('merged');
	if (wanted !== null) {
		const { merges } = orError(await client.merges());
		return { onward, offer: null, merged: merges.find(({ id }) => id === wanted) ?? null };
	}
	const { offer } = orError(await client.mergeOffer({ locale: event.locals.locale }));
	return { onward, offer, merged: null };
};

export const actions: Actions = {
	default: async (event) => {
		const answer = choiceOf(await event.request.formData(), 'answer', ['yes', 'no']) ?? refuseForm();
		const { locale } = event.locals;
		const onward = wayBack(event.url) ?? '/learn';
		const client = api(event.fetch);
		if (answer === 'no') {
			const refused = await client.refuseOffer();
			if (!refused.ok) return refuse(refused.problem);
			// An attempt that stays with the guest is not there for the account.
			redirect(303, localise(locale, onward.startsWith('/attempts/') ? '/learn' : onward));
		}
		const made = await client.merge({});
		const isOver = !made.ok && codeOf(made.problem) === 'merge-unknown';
		if (!made.ok && !isOver) return refuse(made.problem);
		const said = new URLSearchParams({ back: onward });
		if (made.ok) said.set('merged', made.data.id);
		redirect(303, `${localise(locale, '/sign-in/merge')}?${said}`);
	},
};
