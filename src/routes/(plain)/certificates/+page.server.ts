import { redirect } from '@sveltejs/kit';
import type { CertificatesView } from '#schemas/views/certificates.ts';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { whoVisits } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { ownView } from '#lib/views.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asked = event.url.searchParams.get('course');
	const now = new Date().toISOString();
	const found = await ownView<CertificatesView>(event);
	if (!found) return { asked, now, certificates: null, corrections: [], candidates: [] };
	const { certificates, corrections, candidates } = found;
	const isAsked = ({ id }: { id: string }) => id === asked;
	return {
		asked,
		now,
		certificates,
		corrections,
		/** The one that was asked about comes first. */
		candidates: [...candidates.filter(isAsked), ...candidates.filter((one) => !isAsked(one))],
	};
};

export const actions: Actions = {
	/** Asks for a certificate, with the name that is to stand on it. */
	default: async (event) => {
		const form = await event.request.formData();
		const course = textOf(form, 'course');
		const displayName = textOf(form, 'displayName');
		const client = api(event.fetch);
		const me = await whoVisits(event);
		if (displayName && me && displayName !== me.displayName) {
			const named = await client.changeMe({ displayName });
			if (!named.ok) return refuse(named.problem, { course, displayName });
		}
		const result = await client.requestCertificate({ course });
		if (!result.ok) return refuse(result.problem, { course, displayName });
		const { locale } = event.locals;
		redirect(
			303,
			`${localise(locale, `/certificates/${result.data.serial}`)}${result.status === 201 ? '?new' : ''}`,
		);
	},
};
