import { fail, redirect } from '@sveltejs/kit';
import { pathTo } from '#schemas/address.ts';
import { roomEvents } from '#schemas/paths.ts';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, refuseForm, textOf } from '#lib/forms.ts';
import { moreMinutes } from '#lib/rooms/rooms.ts';
import { supervisorOf } from '#lib/rooms/supervisor.ts';
import { messagesFor } from '#messages/index.ts';
import { problemType } from '#schemas/failures.ts';
import type { Locale } from '#schemas/names.ts';
import type { Problem } from '#schemas/problem.ts';
import type { Actions, PageServerLoad } from './$types';

const lengths = moreMinutes.map(String);

export const load: PageServerLoad = async (event) => {
	await supervisorOf(event);
	const { locale } = event.locals;
	const room = orError(await api(event.fetch).room(event.params.room, { locale }));
	const added = event.url.searchParams.get('added') ?? '';
	return {
		room,
		events: pathTo(roomEvents, room.id),
		added: lengths.includes(added) ? Number(added) : null,
		id: crypto.randomUUID(),
	};
};

export const actions: Actions = {
	time: async (event) => {
		const form = await event.request.formData();
		const minutes = choiceOf(form, 'minutes', lengths) ?? refuseForm();
		const id = textOf(form, 'id');
		const done = await api(event.fetch).addTime(event.params.room, {
			...(id && { id }),
			minutes: Number(minutes),
		});
		if (done.ok) redirect(303, `${event.url.pathname}?added=${minutes}`);
		const { status, data } = refuse(done.problem);
		return fail(status, data);
	},
	close: async (event) => {
		const form = await event.request.formData();
		if (choiceOf(form, 'sure', ['yes']) === undefined) {
			const { status, data } = refuse(unsure(event.locals.locale));
			return fail(status, data);
		}
		const done = await api(event.fetch).closeRoom(event.params.room);
		if (done.ok) redirect(303, event.url.pathname);
		const { status, data } = refuse(done.problem);
		return fail(status, data);
	},
};

/** Closing a room ends everybody's test: without the tick it is asked for. */
function unsure(locale: Locale): Problem {
	const { failures, fields } = messagesFor(locale).api;
	return {
		type: problemType('bad-request'),
		title: failures['bad-request'].title,
		status: 400,
		detail: failures['bad-request'].detail({}),
		errors: [{ path: '/sure', message: fields.required }],
	};
}
