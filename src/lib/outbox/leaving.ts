import { leavingHere } from '../offline/leaving-here.ts';
import { storageKey } from './mirror.ts';
import type { Outbox } from './outbox.ts';
import { forgetKey } from './rescue-key.ts';

/** Who is signing out of a device on which nothing of them may stay. */
const key = `${storageKey}-leaving`;

/** To be called before a sign-out is asked for: the next page is the first to know whether it was done. */
export function rememberWhoLeaves(learner: string): void {
	try {
		localStorage.setItem(key, learner);
	} catch {
		// Then nothing outlives the page either.
	}
}

/** Leaves nothing of who signed out. Whoever is still there did not leave, unless that waits for a network. */
export async function forgetWhoLeft(outbox: Outbox, present: string | null): Promise<void> {
	try {
		const left = localStorage.getItem(key);
		if (left === null || leavingHere()) return;
		if (left !== present) {
			await outbox.forget(left);
			forgetKey(left);
		}
		localStorage.removeItem(key);
	} catch {
		return;
	}
}
