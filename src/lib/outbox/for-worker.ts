/**
 * The outbox as a service worker has it, when Background Sync calls and no page may be there any more: a script of its
 * own, since a worker can load nothing as it goes but scripts that it knows from its installation.
 */
import type { Entry } from './entry.ts';
import { Mirror } from './mirror.ts';
import { Outbox } from './outbox.ts';
import type { Outcome } from './outcome.ts';
import { send } from './send.ts';
import { Sender } from './sender.ts';
import { DatabaseShelf } from './shelf.ts';
import { alone, tellTabs } from './tabs.ts';

/** Sends everybody's; rejects while something is to be sent again. What is not of who is signed in stays. */
async function sendHeld(): Promise<void> {
	const shelf = new DatabaseShelf();
	const outbox = new Outbox(shelf, new Mirror(null));
	const tell = tellTabs(() => undefined);
	let isDone = true;
	const told = (entry: Entry, outcome: Outcome) => {
		if (outcome.kind === 'retry' || outcome.kind === 'blocked') isDone = false;
		else tell(entry, outcome);
	};
	for (const learner of new Set((await shelf.all()).map((entry) => entry.learner))) {
		const around = { send, alone: (work: () => Promise<void>) => alone(learner, work) };
		await new Sender(outbox, [learner], around, told).flush();
	}
	if (!isDone) throw new Error('Not all could be sent.');
}

Object.assign(self, { sendHeld });
