import { whoseHeader } from '#schemas/whose.ts';
import { hearClock } from './clock.ts';
import type { Outcome } from './outcome.ts';

const timeLimit = 20_000;

interface Asked {
	method: string;
	body: string;
	locale: string | undefined;
	learner: string;
}

/** One request that writes. `read` is given what came back, null where it is no JSON. */
export async function write(
	address: string,
	{ method, body, locale, learner }: Asked,
	read: (status: number, reply: unknown) => Outcome,
): Promise<Outcome> {
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), timeLimit);
	try {
		const response = await fetch(address, {
			method,
			headers: {
				'content-type': 'application/json',
				...(locale && { 'accept-language': locale }),
				[whoseHeader]: learner,
			},
			body,
			// Goes on when the page is left.
			keepalive: true,
			signal: control.signal,
		});
		hearClock(response.headers.get('date'));
		return read(response.status, (await response.json().catch(() => null)) as unknown);
	} catch {
		return { kind: 'retry', offline: true };
	} finally {
		clearTimeout(timer);
	}
}
