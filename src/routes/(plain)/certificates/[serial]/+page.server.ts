import { redirect } from '@sveltejs/kit';
import type { CertificateView } from '#schemas/views/certificates.ts';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { clientIdOf } from '#lib/client-id.ts';
import { localise } from '#lib/locale.ts';
import { qrOf } from '#lib/qr.ts';
import { viewOrError } from '#lib/views.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What was just done, as the address says. */
const said = ['new', 'corrected', 'asked', 'withdrawn'] as const;

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
	const { certificate, isHolder, correction, freeCorrections } = await viewOrError<CertificateView>(event);
	// Typed with small letters or without hyphens: one certificate has one address.
	if (certificate.serial !== event.params.serial)
		redirect(303, localise(event.locals.locale, `/certificates/${certificate.serial}`) + event.url.search);
	const { searchParams } = event.url;
	const { site } = event.locals;
	return {
		certificate,
		isHolder,
		correction,
		freeCorrections,
		done: said.find((one) => searchParams.has(one)),
		qr:
			isHolder && site
				? qrOf(site + localise(event.locals.locale, `/certificates/${certificate.serial}`))
				: null,
		checkedAt: new Date().toISOString(),
	};
};

export const actions: Actions = {
	/** The holder has it issued anew under the right name, or asks for it. */
	correct: async (event) => {
		const form = await event.request.formData();
		const wish = { displayName: textOf(form, 'displayName'), reason: textOf(form, 'reason') };
		// Pressed twice it is one wish; another from the same page is another.
		const clientId = clientIdOf(textOf(form, 'id'), JSON.stringify(wish));
		const result = await api(event.fetch).correctCertificate(event.params.serial, { ...wish, ...clientId });
		if (!result.ok) return refuse(result.problem, wish);
		redirect(303, addressOf(event, result.data.serial, result.status === 202 ? 'asked' : 'corrected'));
	},
	withdraw: async (event) => {
		const { serial } = event.params;
		const id = textOf(await event.request.formData(), 'id');
		const result = await api(event.fetch).withdrawCorrection(serial, id);
		if (!result.ok) return refuse(result.problem);
		redirect(303, addressOf(event, serial, 'withdrawn'));
	},
};

function addressOf({ locals }: RequestEvent, serial: string, done: (typeof said)[number]): string {
	return `${localise(locals.locale, `/certificates/${serial}`)}?${done}`;
}
