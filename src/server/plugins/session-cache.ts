import { LRUCache } from 'lru-cache';
import { atMost } from '../bounded.ts';
import type { Database } from '../db/connect.ts';

/** How long a session is believed without asking, in milliseconds, though nothing was told of it. */
const lasting = 10_000;

/**
 * Sessions that were read of late, by the hash of their id, each with its person and what they may do. Every process
 * hears of sessions that ended, people that changed and roles that were given or ended, and forgets them; one that cannot hear keeps nothing. The process that makes a change forgets at once.
 */
export class SessionCache<Found extends object> {
	readonly #kept = new LRUCache<string, { learner: string; found: Found }>({
		...atMost(20_000),
		ttl: lasting,
	});
	readonly #reading = new Map<string, Promise<Found | null>>();
	#isLive = false;
	/** Counts what was forgotten: what was read before may be out of date. */
	#turn = 0;

	constructor(private readonly learnerOf: (found: Found) => string) {}

	/** Hears of changes until the function it returns is called. */
	async follow({ listen }: Pick<Database, 'listen'>): Promise<() => Promise<void>> {
		const stop = await listen('learner', {
			heard: (learner) => this.forget(learner),
			live: (isLive) => {
				this.#isLive = isLive;
				this.#forgetAll();
			},
		});
		return async () => {
			this.#isLive = false;
			await stop();
		};
	}

	/** A session by its hash: as kept, or by `select`, which is asked once for all who want it at the same time. */
	async read(hash: string, select: () => Promise<Found | null>): Promise<Found | null> {
		const kept = this.#kept.get(hash);
		if (kept) return kept.found;
		const known = this.#reading.get(hash);
		if (known) return known;
		const turn = this.#turn;
		const reading = select().finally(() => {
			if (this.#reading.get(hash) === reading) this.#reading.delete(hash);
		});
		this.#reading.set(hash, reading);
		const found = await reading;
		if (found && this.#isLive && turn === this.#turn) this.#keep(hash, found);
		return found;
	}

	/** One session ended or was prolonged. */
	forgetOne(hash: string): void {
		this.#turn += 1;
		this.#kept.delete(hash);
		this.#reading.delete(hash);
	}

	/** All sessions of a learner ended, or the person changed. */
	forget(learner: string): void {
		this.#turn += 1;
		this.#reading.clear();
		for (const [hash, kept] of [...this.#kept.entries()])
			if (kept.learner === learner) this.#kept.delete(hash);
	}

	#keep(hash: string, found: Found): void {
		this.#kept.set(hash, { learner: this.learnerOf(found), found });
	}

	#forgetAll(): void {
		this.#turn += 1;
		this.#reading.clear();
		this.#kept.clear();
	}
}
