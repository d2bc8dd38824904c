import { whoseHeader } from '#schemas/whose.ts';
import type { Entry } from './entry.ts';
import { rules } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import { readReply } from './reply.ts';

const timeLimit = 20_000;

/** Sends an entry in its owner's session; in anybody else's the server takes nothing. */
export async function send(entry: Entry): Promise<Outcome> {
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), timeLimit);
	try {
		const response = await fetch(entry.address, {
			method: entry.method,
			headers: {
				'content-type': 'application/json',
				'accept-language': document.documentElement.lang,
				[whoseHeader]: entry.learner,
			},
			body: JSON.stringify(rules[entry.kind].body(entry)),
			// Goes on when the page is left.
			keepalive: true,
			signal: control.signal,
		});
		return readReply(entry, response.status, (await response.json().catch(() => null)) as unknown);
	} catch {
		return { kind: 'retry', offline: true };
	} finally {
		clearTimeout(timer);
	}
}
