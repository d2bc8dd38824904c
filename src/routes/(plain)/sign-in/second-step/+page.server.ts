import { redirect, type RequestEvent } from '@sveltejs/kit';
import { backQuery, goOn } from '#lib/account.ts';
import { api } from '#lib/api.ts';
import { refuse, textOf } from '#lib/forms.ts';
import { isHalfWay, whoVisits } from '#lib/learner.ts';
import { localise } from '#lib/locale.ts';
import { codeOf } from '#schemas/failures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (!isHalfWay(event)) await onOrFromTheStart(event);
	const back = backQuery(event.url);
	return {
		back,
		backupQuery: back ? `${back}&backup` : '?backup',
		isBackup: event.url.searchParams.has('backup'),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const code = textOf(await event.request.formData(), 'code');
		const result = await api(event.fetch).finishSignIn({ code });
		if (result.ok) goOn(event, result.data, '/learn');
		if (codeOf(result.problem) === 'second-step-over') await onOrFromTheStart(event);
		return refuse(result.problem);
	},
};

/** Nobody is half-way any more, or this browser does not tell. Who came back here after signing in goes on. */
async function onOrFromTheStart(event: RequestEvent): Promise<never> {
	const me = await whoVisits(event);
	if (me && !me.guest) goOn(event, me, '/learn');
	const { locals, url } = event;
	const back = backQuery(url);
	redirect(303, `${localise(locals.locale, '/sign-in')}${back ? `${back}&over` : '?over'}`);
}
