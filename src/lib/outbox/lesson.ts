import type { Channel } from '#schemas/names.ts';
import { check, sendEvents } from '#schemas/paths.ts';
import { pathTo } from '#schemas/address.ts';
import type { Answer, Verdict } from '#schemas/question.ts';
import { notAhead } from './clock.ts';
import { newId, type Entry } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

/** Where in a course something was done, by whom, and in which words its owner is told of it. */
export interface Place extends Pick<Entry, 'learner' | 'at' | 'title' | 'page'> {
	locale: string;
	course: string;
	lesson: string;
	version: string;
}

type Happening = { type: 'lesson.done' } | { type: 'try.done' | 'try.undone'; item: string };

export const doneSlot = (course: string, lesson: string) => `done/${course}/${lesson}`;
export const trySlot = (course: string, lesson: string, item: string) => `try/${course}/${lesson}/${item}`;

/** “Done” of a lesson. Of a lesson one is enough, however often it is pressed. */
export function doneEntry(place: Place): Entry {
	const slot = doneSlot(place.course, place.lesson);
	return eventEntry(place, 'done', slot, { type: 'lesson.done' });
}

/** A task that was ticked, or from which the tick was taken: what was done last stands. */
export function tryEntry(place: Place, item: string, isDone: boolean): Entry {
	const slot = trySlot(place.course, place.lesson, item);
	return eventEntry(place, 'try', slot, { type: isDone ? 'try.done' : 'try.undone', item });
}

function eventEntry(place: Place, kind: 'done' | 'try', slot: string, happening: Happening): Entry {
	const { course, lesson, version, ...rest } = place;
	const at = new Date(place.at).toISOString();
	const body = { ...happening, course, lesson, version, at, locale: place.locale };
	const address = pathTo(sendEvents);
	return { ...rest, id: newId(), kind, slot, method: 'POST', address, body, revision: Math.floor(place.at) };
}

/** What waited for longer than a network is slow was done without one. */
function channelOf(at: number): Channel {
	return Date.now() - at > 60_000 ? 'offline' : 'web';
}

/** Events go in a list, each under its own id: the server knows a repeat by it. It takes none from the future. */
export function eventBody({ id, body, at }: Entry): Record<string, unknown> {
	return { events: [{ ...body, at: notAhead(String(body.at)), id, context: { channel: channelOf(at) } }] };
}

export function eventReceipt(sent: Entry, { accepted, duplicate, rejected }: Reply): Outcome | null {
	const has = (ids: unknown) => Array.isArray(ids) && ids.includes(sent.id);
	if (has(accepted) || has(duplicate)) return { kind: 'saved', savedAt: '' };
	const refused = (Array.isArray(rejected) ? (rejected as { id?: unknown; reason?: unknown }[]) : []).find(
		({ id }) => id === sent.id,
	);
	return refused ? { kind: 'refused', why: 'refused', message: String(refused.reason ?? '') } : null;
}

/** Whether a task was ticked by it; null for what is no task. */
export function isTicked({ kind, body }: Entry): boolean | null {
	return kind === 'try' ? body.type === 'try.done' : null;
}

/** An answer to a question within a lesson. Each answer counts by itself, so that all of them must arrive. */
export function checkEntry(place: Place, question: string, answer: Answer, id = newId()): Entry {
	const { course, lesson, version, ...rest } = place;
	return {
		...rest,
		id,
		kind: 'check',
		slot: `check/${course}/${lesson}/${question}/${id}`,
		method: 'POST',
		address: pathTo(check),
		body: { course, lesson, version, question, answer, locale: place.locale },
		revision: Math.floor(place.at),
	};
}

export function checkBody({ id, body, at }: Entry): Record<string, unknown> {
	return {
		...body,
		clientId: id,
		context: { channel: channelOf(at), deviceTime: new Date(at).toISOString() },
	};
}

/** What the server says to it goes along: the page may still be waiting for that. */
export function checkReceipt(_sent: Entry, reply: Reply): Outcome | null {
	if (typeof reply.score !== 'number' || !('correct' in reply)) return null;
	return { kind: 'saved', savedAt: '', verdict: reply as unknown as Verdict };
}
