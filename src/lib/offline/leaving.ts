/**
 * Signing out where no network is: it is wanted until it is done, and done before anything else is asked for or sent.
 * Pages know of it by `localStorage`, which answers at once; the worker is told, and makes a note of its own.
 */
import { whoseField } from '#schemas/whose.ts';
import { leavingKey } from './leaving-here.ts';
import type { Leaving, ToWorker } from './messages.ts';

const timeLimit = 20_000;

/** Null: nobody any more. */
export function noteLeaving(leaving: Leaving | null): void {
	try {
		if (leaving) localStorage.setItem(leavingKey, JSON.stringify(leaving));
		else localStorage.removeItem(leavingKey);
	} catch {
		// Then this page alone knows.
	}
	if (!('serviceWorker' in navigator)) return;
	const said: ToWorker = { kind: 'leaving', leaving };
	void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(said));
}

/** Asks for it; null: no answer came. */
export async function signOutBy({ learner, address }: Leaving): Promise<Response | null> {
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), timeLimit);
	try {
		const body = new URLSearchParams({ [whoseField]: learner });
		const headers = { accept: 'text/html' };
		return await fetch(address, { method: 'POST', headers, body, signal: control.signal });
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}

/** Whoever wanted to be signed out is: by this, or before. What a public network says in the site's place is no word of that. */
export function isSignedOut(reply: Response | null): boolean {
	return reply !== null && (reply.status === 409 || new URL(reply.url).searchParams.has('signed-out'));
}
