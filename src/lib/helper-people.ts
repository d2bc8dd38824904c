import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { orError } from '#lib/forms.ts';
import type { Someone } from '#lib/frame.ts';

/** Whom a helper’s form can be about: their own people to choose from, and who was named in the address. */
export async function choiceOfPeople({ fetch, url }: Pick<RequestEvent, 'fetch' | 'url'>, me: Someone) {
	const people = me.may?.includes('care.keep') ? orError(await api(fetch).inMyCare()).people : [];
	const username = url.searchParams.get('username') ?? '';
	const isListed = username === '' || people.some((one) => one.username === username);
	return {
		people,
		username,
		/** By whose user name it is asked for instead: of somebody who is in no list of theirs. */
		byName: people.length === 0 || !isListed || url.searchParams.has('other'),
		/** Nobody else than those they look after. */
		ownOnly: !me.roles?.some(({ role }) => role === 'admin'),
	};
}
export type ChoiceOfPeople = Awaited<ReturnType<typeof choiceOfPeople>>;
