import { FairLine } from '#domain/fair-line.ts';
import { fail, FailureError } from '../failure.ts';

/** Where somebody stands in the queue. */
export interface Turn {
	/** The network address they come from (`blockOf`): those of one address wait for one another. */
	block: string;
	/** In the middle of an exam, or known by a secret already. */
	hurried?: boolean;
	/** Aborted when they have gone. */
	gone?: AbortSignal | null;
}

/** Nobody is let wait for longer than this, in milliseconds, as far as that can be foreseen. */
const longestWait = 20_000;

/**
 * Dear work, a little of it at once. The others wait in a line that is fair between addresses; whoever would wait for
 * too long is told when to come again, and whoever has gone is forgotten.
 */
export class HashQueue {
	readonly #line = new FairLine<() => void>();
	#running = 0;
	/** Milliseconds that a piece of work takes, as far as was seen of late. */
	#usual = 100;

	constructor(
		private readonly atOnce: number,
		private readonly clock: () => number = () => performance.now(),
	) {}

	/** How many wait. */
	get waiting(): number {
		return this.#line.size;
	}

	/** @throws {FailureError} `busy` instead of doing it, where the wait would be too long or nobody waits any more. */
	async run<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.atOnce) await this.#wait(turn);
		else this.#running += 1;
		const began = this.clock();
		try {
			return await work();
		} finally {
			this.#usual = 0.9 * this.#usual + 0.1 * (this.clock() - began);
			const next = this.#line.take();
			if (next) next();
			else this.#running -= 1;
		}
	}

	#wait({ block, hurried = false, gone }: Turn): Promise<void> {
		const wait = ((this.#line.before(block, hurried) + 1) * this.#usual) / this.atOnce;
		if (wait > longestWait) throw busy(wait);
		if (gone?.aborted) throw busy(wait);
		return new Promise((resolve, reject) => {
			const leave = () => {
				if (this.#line.remove(block, hurried, go)) reject(busy(wait));
			};
			const go = () => {
				gone?.removeEventListener('abort', leave);
				resolve();
			};
			this.#line.add(block, hurried, go);
			gone?.addEventListener('abort', leave, { once: true });
		});
	}
}

function busy(wait: number): FailureError {
	return new FailureError(fail('busy', { values: { seconds: Math.max(1, Math.ceil(wait / 1000)) } }));
}
