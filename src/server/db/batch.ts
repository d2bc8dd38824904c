import type { Query } from './query.ts';

/** A statement that does for many what it does for one, such as reading by key or inserting a row. */
export interface Shared<Item, Result> {
	/** No two of one key stand in one statement. */
	keyOf(item: Item): string;
	/** Items come sorted by key; results go back in the same order. */
	run(query: Query, items: Item[]): Promise<Result[]>;
}

/** Does it for one item, together with whatever others ask for at the same time. */
export type Together = <Item, Result>(shared: Shared<Item, Result>, item: Item) => Promise<Result>;

export function togetherOn(on: { query: Query }): Together {
	const batches = new Map<object, unknown>();
	return <Item, Result>(shared: Shared<Item, Result>, item: Item) => {
		const known = batches.get(shared) as Batch<Item, Result> | undefined;
		const batch = known ?? new Batch<Item, Result>(shared.keyOf, (items) => shared.run(on.query, items));
		if (!known) batches.set(shared, batch);
		return batch.add(item);
	};
}

interface Waiting<Item, Result> {
	item: Item;
	key: string;
	resolve(result: Result): void;
	reject(error: unknown): void;
}

/** Codes of errors that one row brings about: bad values, broken constraints, and what another one was given up for. */
const byOneRow = /^(2[123]|40)/;

/**
 * What is asked for at the same time is done by one statement. What is added while a few statements are under way waits
 * for the next; nothing waits when nothing is under way. A row that cannot be written harms no other: then each is
 * written alone. Only for reads, and for writes that may be repeated.
 */
export class Batch<Item, Result> {
	#waiting: Waiting<Item, Result>[] = [];
	#running = 0;
	#scheduled = false;

	/**
	 * `write` takes items of different keys, sorted by key so that two statements never wait for each other in a circle,
	 * and gives their results in the same order.
	 */
	constructor(
		private readonly keyOf: (item: Item) => string,
		private readonly write: (items: Item[]) => Promise<Result[]>,
		private readonly limits = { rows: 200, atOnce: 2 },
	) {}

	add(item: Item): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ item, key: this.keyOf(item), resolve, reject });
			this.#schedule();
		});
	}

	#schedule() {
		if (this.#scheduled || this.#running >= this.limits.atOnce || this.#waiting.length === 0) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			void this.#run(this.#take());
		});
	}

	/** The first of each key; a second one, of a later revision say, has its turn after it. */
	#take(): Waiting<Item, Result>[] {
		const taken = new Map<string, Waiting<Item, Result>>();
		const left: Waiting<Item, Result>[] = [];
		for (const one of this.#waiting)
			if (taken.has(one.key) || taken.size >= this.limits.rows) left.push(one);
			else taken.set(one.key, one);
		this.#waiting = left;
		return [...taken.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
	}

	async #run(batch: Waiting<Item, Result>[]) {
		this.#running += 1;
		this.#schedule();
		await this.#settle(batch);
		this.#running -= 1;
		this.#schedule();
	}

	async #settle(batch: Waiting<Item, Result>[]): Promise<void> {
		try {
			const results = await this.write(batch.map(({ item }) => item));
			for (const [index, one] of batch.entries()) one.resolve(results[index] as Result);
		} catch (error) {
			if (batch.length > 1 && byOneRow.test(sqlState(error)))
				for (const one of batch) await this.#settle([one]);
			else for (const one of batch) one.reject(error);
		}
	}
}

function sqlState(error: unknown): string {
	const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
	return String(code ?? cause?.code ?? '');
}
