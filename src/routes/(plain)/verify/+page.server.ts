import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import { localise } from '#lib/locale.ts';
import { isOneOf } from '#schemas/failures.ts';
import type { PageServerLoad } from './$types';

/** A serial that is found leads to its certificate; one that is not comes back with help. */
export const load: PageServerLoad = async (event) => {
	const asked = event.url.searchParams.get('serial');
	const typed = (asked ?? '').normalize('NFKC').trim();
	if (typed === '') return { typed: null, isEmpty: asked !== null };
	if (/[\p{L}\p{N}]/u.test(typed) && typed.length <= 60) {
		const found = await api(event.fetch).certificate(typed);
		if (found.ok) redirect(303, localise(event.locals.locale, `/certificates/${found.data.serial}`));
		if (!isOneOf(found.problem, ['certificate-unknown', 'not-found', 'bad-request'])) orError(found);
	}
	return { typed, isEmpty: false };
};
