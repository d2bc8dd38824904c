import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, refuseForm } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { ownerOf } from '#lib/own-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await ownerOf(event);
	const { certificates } = orError(await api(event.fetch).certificates());
	return { hasCertificates: certificates.length > 0 };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const password = String(form.get('password') ?? '');
		const certificates = choiceOf(form, 'certificates', ['erase', 'keep']) ?? refuseForm();
		const result = await api(event.fetch).eraseMe({ certificates, ...(password && { password }) });
		if (!result.ok) return refuse(result.problem, { certificates });
		redirect(303, `${localise(event.locals.locale, '/sign-in')}?erased`);
	},
};
