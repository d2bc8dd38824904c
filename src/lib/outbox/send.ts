import { leavingHere } from '../offline/leaving-here.ts';
import { visitor } from '#schemas/whose.ts';
import { isAhead } from './clock.ts';
import type { Entry } from './entry.ts';
import { makeGuest } from './guest.ts';
import { handedInBy } from './hand-in.ts';
import { rules } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import { readReply } from './reply.ts';
import { write } from './write.ts';

/**
 * Sends an entry in its owner's session; in anybody else's the server takes nothing. What a visitor did makes them a
 * guest first, unless they have become one meanwhile. Works in a service worker as on a page.
 */
export async function send(entry: Entry): Promise<Outcome> {
	// By somebody's session who has left nothing of the next person is sent.
	if (leavingHere()) return { kind: 'retry', offline: true };
	const first = await post(entry);
	// The first reply of all has told what time it is; a clock that is far ahead is no fault of who has learned.
	const isOfClock = first.kind === 'refused' && isAhead(entry);
	const outcome = isOfClock ? await post(entry) : first;
	if (outcome.kind === 'saved' && handedInBy(entry)) await dropScreens(entry).catch(() => undefined);
	if (outcome.kind !== 'signed-out' || entry.learner !== visitor) return outcome;
	return (await makeGuest(entry.locale)) ?? post(entry);
}

/** Where pages are kept the screens of an attempt that is over lie on the device: nobody is to begin it anew. */
async function dropScreens({ page }: Entry): Promise<void> {
	if (!('caches' in self)) return;
	const screens = page.replace(/\/result$/, '');
	for (const name of await caches.keys())
		await (await caches.open(name)).delete(screens, { ignoreSearch: true });
}

function post(entry: Entry): Promise<Outcome> {
	const body = JSON.stringify(rules[entry.kind].body(entry));
	const asked = { method: entry.method, body, locale: entry.locale, learner: entry.learner };
	return write(entry.address, asked, (status, reply) => readReply(entry, status, reply));
}
