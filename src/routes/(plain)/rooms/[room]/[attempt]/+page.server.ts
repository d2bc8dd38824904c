import { error, fail, redirect } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { choiceOf, orError, refuse, refuseForm, textOf } from '#lib/forms.ts';
import { moreMinutes } from '#lib/rooms/rooms.ts';
import { supervisorOf } from '#lib/rooms/supervisor.ts';
import type { Actions, PageServerLoad } from './$types';

const lengths = moreMinutes.map(String);

export const load: PageServerLoad = async (event) => {
	await supervisorOf(event);
	const { locale } = event.locals;
	const { room: id, attempt } = event.params;
	const room = orError(await api(event.fetch).room(id, { locale }));
	const person = room.people.find((one) => one.attempt === attempt);
	if (!person) error(404, { message: '' });
	const added = event.url.searchParams.get('added') ?? '';
	return {
		room,
		person,
		added: lengths.includes(added) ? Number(added) : null,
		noted: event.url.searchParams.has('noted'),
		ids: { time: crypto.randomUUID(), note: crypto.randomUUID() },
	};
};

export const actions: Actions = {
	time: async (event) => {
		const form = await event.request.formData();
		const minutes = choiceOf(form, 'minutes', lengths) ?? refuseForm();
		const id = textOf(form, 'id');
		const { room, attempt } = event.params;
		const done = await api(event.fetch).addTime(room, {
			...(id && { id }),
			minutes: Number(minutes),
			attempt,
		});
		if (done.ok) redirect(303, `${event.url.pathname}?added=${minutes}`);
		const { status, data } = refuse(done.problem);
		return fail(status, data);
	},
	note: async (event) => {
		const form = await event.request.formData();
		const id = textOf(form, 'id');
		const text = textOf(form, 'text');
		const unseen = choiceOf(form, 'unseen', ['yes']) === 'yes';
		const { room, attempt } = event.params;
		const done = await api(event.fetch).noteIncident(room, { ...(id && { id }), attempt, text, unseen });
		if (done.ok) redirect(303, `${event.url.pathname}?noted`);
		const { status, data } = refuse(done.problem, { text, unseen: unseen ? 'yes' : '' });
		return fail(status, data);
	},
};
