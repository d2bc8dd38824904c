/** Rescue files, as a device makes them. */
import type { Entry } from '#lib/outbox/entry.ts';
import { rescueFile } from '#lib/outbox/rescue.ts';
import { doneEntry, type Place } from '#lib/outbox/lesson.ts';
import type { Client } from './harness.ts';
import { course } from './learning.ts';

const place: Omit<Place, 'learner'> = {
	course,
	lesson: 'mat-khau',
	version: '',
	locale: 'vi',
	title: 'Học xong',
	page: '/',
	at: Date.now(),
};

/** “Done” of a lesson, as it is held. */
export function eventEntry(lesson = 'mat-khau'): Entry {
	const entry = doneEntry({ ...place, lesson, learner: '' });
	const { version: _, ...body } = entry.body;
	return { ...entry, body };
}

/** What this learner's device saves. */
export async function rescueOf(who: Client, entries: Entry[]) {
	const { body: key } = await who.get('/api/me/rescue-key');
	const own = entries.map((entry) => ({ ...entry, learner: who.me!.id }));
	return JSON.parse(rescueFile(own, key, 'vi')) as { payload: string; seal: string };
}
