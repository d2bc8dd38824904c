import { waitBefore, type Entry } from './entry.ts';
import { rules } from './kinds.ts';
import type { Outbox } from './outbox.ts';
import type { Outcome } from './outcome.ts';

type Told = (sent: Entry, outcome: Outcome) => void;

/** The world around the sender. */
export interface Around {
	send(entry: Entry): Promise<Outcome>;
	/** Does work while no other tab does it, as far as the browser can tell; doing it twice must be harmless. */
	alone(work: () => Promise<void>): Promise<void>;
}

/**
 * Sends what is held for a learner, one after the other in the order it was done, until all of it has arrived: again
 * and again where the network fails. What has failed before goes after what has not.
 */
export class Sender {
	private running: Promise<void> | null = null;
	private isAskedAgain = false;
	private tries = 0;
	/** How often an entry has failed, by its id. */
	private readonly failures = new Map<string, number>();
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly outbox: Outbox,
		/** Whose things it sends: of a guest, what they did as nobody yet too. */
		private readonly learners: readonly string[],
		private readonly around: Around,
		private readonly told: Told,
	) {}

	soon(delay: number): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.flush(), delay);
	}

	/** Tries all that is waiting, once. What is done meanwhile is sent too. */
	flush(): Promise<void> {
		clearTimeout(this.timer);
		// It may have looked for the last time already when this was done.
		if (this.running) this.isAskedAgain = true;
		this.running ??= this.rounds();
		return this.running;
	}

	/** Sends one without waiting for anything, for a page that is being left; the reply is for the next page. */
	dash(entry: Entry): void {
		void this.around.send(entry);
	}

	private async rounds(): Promise<void> {
		try {
			do {
				this.isAskedAgain = false;
				await this.around.alone(() => this.sendAll());
			} while (this.isAskedAgain);
		} finally {
			this.running = null;
		}
	}

	private async sendAll(): Promise<void> {
		const failed = new Set<string>();
		const barred = new Set<string>();
		const mayGo = (entry: Entry, waiting: readonly Entry[]) =>
			!failed.has(entry.id) && !barred.has(entry.learner) && !mustWait(entry, waiting);
		for (;;) {
			const waiting = await this.outbox.waiting(...this.learners);
			const next = this.freshest(waiting.filter((entry) => mayGo(entry, waiting)));
			if (!next) break;
			const outcome = await this.around.send(next);
			await this.outbox.settle(next, outcome);
			this.told(next, outcome);
			// Nobody is signed in, or somebody else: nothing else of theirs would be taken either.
			if (outcome.kind === 'signed-out' || outcome.kind === 'other-learner') {
				barred.add(next.learner);
				continue;
			}
			if (outcome.kind !== 'retry' && outcome.kind !== 'blocked') {
				// Something gets through: what was lost beside it need not wait as for a network that is away.
				this.tries = 0;
				this.failures.delete(next.id);
				continue;
			}
			failed.add(next.id);
			this.failures.set(next.id, (this.failures.get(next.id) ?? 0) + 1);
			// One that does not get through does not hold up the others; after two it is the network, or the server.
			if (failed.size > 1) break;
		}
		if (failed.size > 0) {
			this.soon(waitBefore(this.tries, Math.random()));
			this.tries = Math.min(this.tries + 1, 10);
			return;
		}
		if (barred.size > 0) return;
		this.tries = 0;
		await this.outbox.tidy();
	}

	/** The first of those that have failed least. */
	private freshest(entries: Entry[]): Entry | undefined {
		const failures = ({ id }: Entry) => this.failures.get(id) ?? 0;
		const least = Math.min(...entries.map(failures));
		return entries.find((entry) => failures(entry) === least);
	}
}

function mustWait(entry: Entry, waiting: readonly Entry[]): boolean {
	const { waitsFor } = rules[entry.kind];
	return waitsFor !== undefined && waiting.some((other) => other.id !== entry.id && waitsFor(entry, other));
}
