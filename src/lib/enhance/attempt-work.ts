import type { Outbox } from '../outbox/outbox.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Sender } from '../outbox/sender.ts';

export interface AttemptWork {
	outbox: Outbox;
	sender: Sender;
	learner: string;
	/** What earlier pages left behind is on the shelf. */
	recovered: Promise<void>;
	/** What came of the last entry that was sent. */
	last(): Outcome | null;
}
