import { visitor } from '#schemas/whose.ts';
import type { Entry } from './entry.ts';
import { makeGuest } from './guest.ts';
import { rules } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import { readReply } from './reply.ts';
import { write } from './write.ts';

/**
 * Sends an entry in its owner's session; in anybody else's the server takes nothing. What a visitor did makes them a
 * guest first, unless they have become one meanwhile. Works in a service worker as on a page.
 */
export async function send(entry: Entry): Promise<Outcome> {
	const outcome = await post(entry);
	if (outcome.kind !== 'signed-out' || entry.learner !== visitor) return outcome;
	return (await makeGuest(entry.locale)) ?? post(entry);
}

function post(entry: Entry): Promise<Outcome> {
	const body = JSON.stringify(rules[entry.kind].body(entry));
	const asked = { method: entry.method, body, locale: entry.locale, learner: entry.learner };
	return write(entry.address, asked, (status, reply) => readReply(entry, status, reply));
}
