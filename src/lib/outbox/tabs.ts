/** Several tabs of one site on one device. */
import type { Entry } from './entry.ts';
import type { Outcome } from './outcome.ts';

const channelName = 'cung-hoc.outbox';
/** A tab that the device has put to sleep may never let go of what it holds. */
const patience = 3000;

/**
 * Lets one tab after the other send what is held for a learner. Where there are no locks (plain http, old browsers), or
 * one is not let go of, the work is done all the same: the server knows a repeat.
 */
export async function alone(learner: string, work: () => Promise<void>): Promise<void> {
	if (!('locks' in navigator)) return work();
	const waiting = new AbortController();
	const timer = setTimeout(() => waiting.abort(), patience);
	let hasBegun = false;
	const begin = () => {
		clearTimeout(timer);
		hasBegun = true;
		return work();
	};
	try {
		await navigator.locks.request(`${channelName}.${learner}`, { signal: waiting.signal }, begin);
	} catch (error) {
		if (hasBegun) throw error;
		await begin();
	}
}

interface News {
	sent: Entry;
	outcome: Outcome;
}

/** Tells other tabs what became of an entry: it may be theirs. Returns how to tell. */
export function tellTabs(
	hear: (sent: Entry, outcome: Outcome) => void,
): (sent: Entry, outcome: Outcome) => void {
	if (typeof BroadcastChannel === 'undefined') return () => undefined;
	const channel = new BroadcastChannel(channelName);
	channel.onmessage = ({ data }: MessageEvent<News>) => hear(data.sent, data.outcome);
	return (sent, outcome) => channel.postMessage({ sent, outcome } satisfies News);
}
