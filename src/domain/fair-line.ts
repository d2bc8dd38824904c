/** Those of one kind who wait: each lane in its own order, and lanes in turns, one at a time. */
class Lanes<T> {
	/** In the order in which they come to their turn; none is empty. */
	readonly #lanes = new Map<string, T[]>();
	size = 0;

	add(lane: string, item: T): void {
		const waiting = this.#lanes.get(lane);
		if (waiting) waiting.push(item);
		else this.#lanes.set(lane, [item]);
		this.size += 1;
	}

	take(): T | undefined {
		const [lane, waiting] = this.#lanes.entries().next().value ?? [];
		if (lane === undefined || !waiting) return undefined;
		const item = waiting.shift();
		this.#lanes.delete(lane);
		if (waiting.length > 0) this.#lanes.set(lane, waiting);
		this.size -= 1;
		return item;
	}

	remove(lane: string, item: T): boolean {
		const waiting = this.#lanes.get(lane) ?? [];
		const place = waiting.indexOf(item);
		if (place < 0) return false;
		waiting.splice(place, 1);
		if (waiting.length === 0) this.#lanes.delete(lane);
		this.size -= 1;
		return true;
	}

	/** How many would go before the next who comes to this lane. */
	before(lane: string): number {
		const own = this.#lanes.get(lane)?.length ?? 0;
		let count = own;
		let isPast = false;
		for (const [name, { length }] of this.#lanes) {
			if (name === lane) isPast = true;
			else count += Math.min(length, isPast ? own : own + 1);
		}
		return count;
	}
}

/** So many in a hurry go before one who is not, while both wait: nobody waits for ever. */
export const hurriedInARow = 3;

/**
 * A line that is fair between lanes, whoever is in them: one with a thousand waiting holds up another by one turn in
 * each round. Those in a hurry go first, fair among themselves.
 */
export class FairLine<T> {
	readonly #hurried = new Lanes<T>();
	readonly #others = new Lanes<T>();
	/** How many in a hurry went since one who was not, `hurriedInARow` at most. */
	#row = 0;

	get size(): number {
		return this.#hurried.size + this.#others.size;
	}

	add(lane: string, hurried: boolean, item: T): void {
		this.#of(hurried).add(lane, item);
	}

	/** Who is next; undefined where nobody waits. */
	take(): T | undefined {
		const isHurried = this.#hurried.size > 0 && (this.#others.size === 0 || this.#row < hurriedInARow);
		this.#row = isHurried ? Math.min(this.#row + 1, hurriedInARow) : 0;
		return this.#of(isHurried).take();
	}

	/** Somebody leaves; false where they do not wait. */
	remove(lane: string, hurried: boolean, item: T): boolean {
		return this.#of(hurried).remove(lane, item);
	}

	/** How many would go before the next who comes to this lane, if nobody else came. */
	before(lane: string, hurried: boolean): number {
		const before = this.#of(hurried).before(lane);
		const between = hurried
			? Math.floor((this.#row + before) / hurriedInARow)
			: hurriedInARow - this.#row + hurriedInARow * before;
		return before + Math.min(between, this.#of(!hurried).size);
	}

	#of(hurried: boolean): Lanes<T> {
		return hurried ? this.#hurried : this.#others;
	}
}
