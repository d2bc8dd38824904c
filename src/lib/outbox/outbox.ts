import { byTime, isNewer, newId, placeOf, type Entry } from './entry.ts';
import type { Mirror } from './mirror.ts';
import type { Outcome } from './outcome.ts';
import type { Shelf } from './shelf.ts';

/** What a device holds until the server has it, for each learner apart. */
export class Outbox {
	private isShelving = false;

	constructor(
		private readonly shelf: Shelf,
		private readonly mirror: Mirror,
	) {}

	/** Whether what is held outlives the page. */
	get isLasting(): boolean {
		return this.isShelving || this.mirror.isLasting;
	}

	/** What is held for these learners, in the order it was done. */
	async all(...learners: string[]): Promise<Entry[]> {
		return (await this.everything()).filter(({ learner }) => learners.includes(learner));
	}

	/** What still has to be sent. */
	async waiting(...learners: string[]): Promise<Entry[]> {
		return (await this.all(...learners)).filter(({ refused }) => !refused);
	}

	/** Whose things are waiting, for who sends in nobody's name: the server takes none in another's session. */
	async learners(): Promise<string[]> {
		const waiting = (await this.everything()).filter(({ refused }) => !refused);
		return [...new Set(waiting.map(({ learner }) => learner))];
	}

	/** They are somebody's who says so: what was done by nobody yet, and that alone. */
	async giveTo(learner: string, entries: readonly Entry[]): Promise<void> {
		for (const { refused: _, ...entry } of entries) {
			await this.hold({ ...entry, id: newId(), learner });
			await this.drop(entry);
		}
	}

	async find(learner: string, slot: string): Promise<Entry | null> {
		return (await this.all(learner)).find((entry) => entry.slot === slot) ?? null;
	}

	/**
	 * Holds what was done just now, above all that is held of it. It is safe from the closing of the tab when the call
	 * returns, and on the shelf when the promise does.
	 */
	hold(entry: Entry): Promise<Entry> {
		const older = this.mirror.all().filter((one) => placeOf(one) === placeOf(entry));
		const held = above(entry, older);
		this.mirror.put(held);
		for (const { id } of older) this.mirror.remove(id);
		return this.shelve(held, (there) => (there && there.id !== held.id ? above(held, [there]) : held));
	}

	/** Puts on the shelf what the mirror holds: of tabs that were closed in the middle, and of times without a shelf. */
	async recover(): Promise<void> {
		for (const entry of this.mirror.all())
			await this.shelve(entry, (there) => (there && isNewer(there, entry) ? there : entry));
	}

	/** Lets go of what was saved, and of what is older, unless something newer was done meanwhile. */
	async settle(sent: Entry, outcome: Outcome): Promise<void> {
		const { kind } = outcome;
		if (kind !== 'saved' && kind !== 'elsewhere' && kind !== 'refused') return;
		const after = (there: Entry): Entry | null => {
			if (isNewer(there, sent)) return there;
			if (kind === 'saved') return null;
			const refused = kind === 'elsewhere' ? { why: kind, message: '' } : outcome;
			return { ...sent, refused: { why: refused.why, message: refused.message } };
		};
		await this.change(sent, after);
	}

	/** Its owner has been told, or the server has something newer. */
	drop(entry: Entry): Promise<void> {
		return this.change(entry, (there) => (isNewer(there, entry) ? there : null));
	}

	/** The newest of each place. */
	private async everything(): Promise<Entry[]> {
		const newest = new Map<string, Entry>();
		for (const entry of await this.read()) {
			const there = newest.get(placeOf(entry));
			if (!(there && isNewer(there, entry))) newest.set(placeOf(entry), entry);
		}
		return [...newest.values()].sort(byTime);
	}

	/** Twice the same: what goes from the mirror onto the shelf while that is read is seen on neither, at first. */
	private async read(): Promise<Entry[]> {
		for (let before = ''; ;) {
			const found = [...(await this.shelved()), ...this.mirror.all()];
			const ids = idsOf(found);
			if (ids === before) return found;
			before = ids;
		}
	}

	/** Leaves nothing of a learner on this device. */
	async forget(learner: string): Promise<void> {
		for (const entry of await this.all(learner)) await this.change(entry, () => null);
		await this.tidy();
	}

	/** Lets pages know where nothing is held any more. */
	async tidy(): Promise<void> {
		if (!(await this.isShelfEmpty())) return;
		this.mirror.sayHolding(false);
		// Another tab may have put something there since.
		if (!(await this.isShelfEmpty())) this.mirror.sayHolding(true);
	}

	/** A shelf that does not answer may hold anything. */
	private isShelfEmpty(): Promise<boolean> {
		return this.shelf.all().then(
			(found) => found.length === 0,
			() => false,
		);
	}

	private shelved(): Promise<Entry[]> {
		return this.shelf.all().catch(() => []);
	}

	private async shelve(entry: Entry, change: (there: Entry | null) => Entry): Promise<Entry> {
		try {
			// Another tab may have found it in the mirror, and sent it already.
			const held = await this.shelf.change(placeOf(entry), (there) =>
				this.mirror.has(entry.id) ? change(there) : there,
			);
			this.isShelving = true;
			this.mirror.sayHolding(true);
			this.mirror.remove(entry.id);
			return held ?? entry;
		} catch {
			this.isShelving = false;
			return entry;
		}
	}

	private async change(entry: Entry, change: (there: Entry) => Entry | null): Promise<void> {
		const place = placeOf(entry);
		for (const there of this.mirror.all().filter((one) => placeOf(one) === place)) {
			const next = change(there);
			if (next?.id !== there.id) this.mirror.remove(there.id);
			if (next) this.mirror.put(next);
		}
		await this.shelf.change(place, (there) => there && change(there)).catch(() => null);
	}
}

const idsOf = (entries: readonly Entry[]) =>
	entries
		.map(({ id }) => id)
		.sort()
		.join(' ');

/** With a revision above those, whatever the device's clock says. */
function above(entry: Entry, others: Entry[]): Entry {
	const highest = Math.max(0, ...others.map(({ revision }) => revision));
	return highest >= entry.revision ? { ...entry, revision: highest + 1 } : entry;
}
