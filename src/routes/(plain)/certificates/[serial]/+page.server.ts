import { redirect } from '@sveltejs/kit';
import type { CertificateView } from '#schemas/view.ts';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	const { certificate, isHolder } = await viewOrError<CertificateView>(event);
	// Typed with small letters or without hyphens: one certificate has one address.
	if (certificate.serial !== event.params.serial)
		redirect(303, localise(event.locals.locale, `/certificates/${certificate.serial}`) + event.url.search);
	return {
		certificate,
		isHolder,
		isNew: event.url.searchParams.has('new'),
		isCorrected: event.url.searchParams.has('corrected'),
		checkedAt: new Date().toISOString(),
	};
};

export const actions: Actions = {
	/** The holder has it issued anew under the right name. */
	correct: async (event) => {
		const displayName = textOf(await event.request.formData(), 'displayName');
		const result = await api(event.fetch).correctCertificate(event.params.serial, { displayName });
		if (!result.ok) return refuse(result.problem, { displayName });
		redirect(303, `${localise(event.locals.locale, `/certificates/${result.data.serial}`)}?corrected`);
	},
};
