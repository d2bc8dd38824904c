import { error, redirect } from '@sveltejs/kit';
import { targetGroups } from '#schemas/names.ts';
import type { CoursesView } from '#schemas/views/courses.ts';
import { localise } from '#lib/locale.ts';
import { keepPreferences, oneOf } from '#lib/preferences.ts';
import { viewOrError } from '#lib/views.ts';
import type { PageServerLoad } from './$types';

/** Remembers on this device which group was chosen, as a language is remembered, and shows what there is for it. */
export const load: PageServerLoad = async (event) => {
	const group = oneOf(targetGroups, event.params.group);
	if (!group) error(404, '');
	keepPreferences(event.cookies, event.url, { group });
	const { courses, tracks, standings } = await viewOrError<CoursesView>(event);
	const track = tracks.find((each) => each.group === group);
	if (track) redirect(303, localise(event.locals.locale, `/tracks/${track.id}`));
	return { group, courses, standings };
};
