import type { LearningView } from '#schemas/views/learning.ts';
import { formatDate } from '#lib/format.ts';
import { paperAddress } from '#lib/paper/address.ts';
import { ownView } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

/** The code on the card opens the form for signing in and says nobody's name: who finds it gets no further than anybody. */
const goOn = '/sign-in?back=/learn';

export const load: PageServerLoad = async (event) => {
	const found = await ownView<LearningView>(event);
	const username = found?.me?.username ?? null;
	return {
		courses: username === null ? null : (found?.courses ?? null),
		username,
		withUsername: event.url.searchParams.has('username'),
		leadsTo: paperAddress(event.locals, goOn),
		madeOn: formatDate(event.locals.locale, new Date().toISOString()),
	};
};
