import { isEntry, type Entry } from './entry.ts';

/** As much of `localStorage` as is needed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Also the start of the keys of the mirror's entries: while there is a key that begins so, something may be held. */
export const storageKey = 'cung-hoc.outbox';
const prefix = `${storageKey}.`;

/**
 * What was done in the last moment. Writing here is done when the call returns, which the database cannot promise: a tab
 * that is closed right after a tap keeps the answer. It holds entries until the shelf has them, for good where the
 * browser has no database to give, and in the page's memory where it refuses this storage as well.
 */
export class Mirror {
	private readonly kept = new Map<string, Entry>();

	/** @param store null where the browser refuses it (private windows) */
	constructor(private readonly store: Store | null) {}

	/** Whether what is put here now outlives the page. */
	get isLasting(): boolean {
		return this.store !== null && this.kept.size === 0;
	}

	all(): Entry[] {
		const found = this.keys()
			.filter((key) => key.startsWith(prefix))
			.map((key) => parse(this.store?.getItem(key)));
		return [...found.filter(isEntry), ...this.kept.values()];
	}

	has(id: string): boolean {
		return this.kept.has(id) || (this.store?.getItem(prefix + id) ?? null) !== null;
	}

	put(entry: Entry): void {
		try {
			if (!this.store) throw new Error('No storage');
			this.store.setItem(prefix + entry.id, JSON.stringify(entry));
			this.kept.delete(entry.id);
		} catch {
			this.kept.set(entry.id, entry);
		}
	}

	remove(id: string): void {
		this.kept.delete(id);
		this.store?.removeItem(prefix + id);
	}

	/** Says to pages that hold nothing themselves whether the shelf does, so that they need not open it. */
	sayHolding(isHolding: boolean): void {
		try {
			if (isHolding) this.store?.setItem(storageKey, '1');
			else this.store?.removeItem(storageKey);
		} catch {
			// Full: then the shelf is looked at from an attempt's pages alone.
		}
	}

	/** Takes out what lies under keys that begin so, parsed. */
	takeOut(start: string, into: (value: unknown) => Entry | null): void {
		for (const key of this.keys().filter((each) => each.startsWith(start))) {
			const entry = into(parse(this.store?.getItem(key)));
			if (!entry) continue;
			this.put(entry);
			this.store?.removeItem(key);
		}
	}

	private keys(): string[] {
		const { store } = this;
		return store ? Array.from({ length: store.length }, (_, index) => store.key(index) ?? '') : [];
	}
}

function parse(text: string | null | undefined): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return null;
	}
}

/** The browser's own; null where it is refused. */
export function localStore(): Store | null {
	try {
		const trial = 'cung-hoc.try';
		localStorage.setItem(trial, trial);
		localStorage.removeItem(trial);
		return localStorage;
	} catch {
		return null;
	}
}
