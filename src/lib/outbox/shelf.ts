import { openDB, type IDBPDatabase } from 'idb';
import { isEntry, type Entry } from './entry.ts';

/** Where entries lie until the server has them. Whatever it cannot do it says by rejecting; then the mirror holds them. */
export interface Shelf {
	/** All of all learners, in no order. */
	all(): Promise<Entry[]>;
	/**
	 * Puts in a place what `change` makes of what lies there, or clears it for null: in one step, which nothing comes
	 * between, other tabs neither.
	 */
	change(place: string, change: (there: Entry | null) => Entry | null): Promise<Entry | null>;
}

const store = 'outbox';
/** Some web views open their database and never answer. */
const patience = 4000;

/** The browser's database: it outlives the page, and a service worker can read it too. */
export class DatabaseShelf implements Shelf {
	private opening: Promise<IDBPDatabase> | null = null;

	all(): Promise<Entry[]> {
		return within(async () => {
			const found: unknown[] = await (await this.open()).getAll(store);
			return found.filter(isEntry);
		});
	}

	change(place: string, change: (there: Entry | null) => Entry | null): Promise<Entry | null> {
		return within(async () => {
			const transaction = (await this.open()).transaction(store, 'readwrite', { durability: 'strict' });
			const found: unknown = await transaction.store.get(place);
			const next = change(isEntry(found) ? found : null);
			await (next ? transaction.store.put(next, place) : transaction.store.delete(place));
			await transaction.done;
			return next;
		});
	}

	private open(): Promise<IDBPDatabase> {
		const forget = () => (this.opening = null);
		this.opening ??= openDB('cung-hoc', 1, {
			upgrade: (database) => void database.createObjectStore(store),
			blocking: (_current, _blocked, event) => {
				(event.target as IDBDatabase).close();
				forget();
			},
			terminated: forget,
		}).catch((error: unknown) => {
			forget();
			throw error;
		});
		return this.opening;
	}
}

function within<T>(work: () => Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('The database does not answer.')), patience);
		work()
			.then(resolve, reject)
			.finally(() => clearTimeout(timer));
	});
}
