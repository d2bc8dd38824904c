import { leavingHere } from '../offline/leaving-here.ts';
import { storageKey } from './mirror.ts';
import type { Outbox } from './outbox.ts';
import { forgetKey } from './rescue-key.ts';

/** Who is leaving, and whose things go from this device with that: the ids of learners. */
interface Left {
	learner: string;
	gone: readonly string[];
}
const key = `${storageKey}-leaving`;

/** To be called before a sign-out is asked for: the next page is the first to know whether it was done. */
export function rememberWhoLeaves(learner: string, gone: readonly string[]): void {
	try {
		localStorage.setItem(key, JSON.stringify({ learner, gone } satisfies Left));
	} catch {
		// Then nothing outlives the page either.
	}
}

/** Leaves nothing of them once that is done. Whoever is still there did not leave, unless that waits for a network. */
export async function forgetWhoLeft(outbox: Outbox, present: string | null): Promise<void> {
	try {
		const left = parse(localStorage.getItem(key));
		if (left === null || leavingHere()) return;
		for (const learner of left.learner === present ? [] : left.gone) {
			await outbox.forget(learner);
			forgetKey(learner);
		}
		localStorage.removeItem(key);
	} catch {
		return;
	}
}

/** An earlier script wrote the id alone. */
function parse(text: string | null): Left | null {
	if (text === null || text.startsWith('{')) return JSON.parse(text ?? 'null') as Left | null;
	return { learner: text, gone: [text] };
}
