import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placeOf } from '#lib/outbox/entry.ts';
import { Mirror } from '#lib/outbox/mirror.ts';
import { Outbox } from '#lib/outbox/outbox.ts';
import { DatabaseShelf } from '#lib/outbox/shelf.ts';
import { given, MemoryStore, saved } from './device.ts';

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});
afterEach(() => void vi.restoreAllMocks());

describe('the shelf in the browser’s database', () => {
	it('keeps entries for the next page', async () => {
		const entry = given();
		await new DatabaseShelf().change(placeOf(entry), () => entry);
		expect(await new DatabaseShelf().all()).toEqual([entry]);
	});

	it('shows a change what lies there, and clears a place', async () => {
		const shelf = new DatabaseShelf();
		const entry = given();
		const seen: unknown[] = [];
		const put = (next: typeof entry | null) =>
			shelf.change(placeOf(entry), (there) => {
				seen.push(there);
				return next;
			});
		await put(entry);
		await put(null);
		await put(null);
		expect(seen).toEqual([null, entry, null]);
		expect(await shelf.all()).toEqual([]);
	});

	it('changes a place in one step, whatever other tabs do', async () => {
		const [one, other] = [new DatabaseShelf(), new DatabaseShelf()];
		const entry = given({ revision: 1 });
		const count = (shelf: DatabaseShelf) =>
			shelf.change(placeOf(entry), (there) => ({ ...entry, revision: (there?.revision ?? 0) + 1 }));
		await Promise.all(Array.from({ length: 20 }, (_, index) => count(index % 2 ? one : other)));
		expect(await one.all()).toMatchObject([{ revision: 20 }]);
	});

	it('passes over what an older script left there', async () => {
		const shelf = new DatabaseShelf();
		await shelf.change('somewhere', () => ({ learner: 'tam' }) as never);
		expect(await shelf.all()).toEqual([]);
	});

	it('opens again when the browser has closed it', async () => {
		const shelf = new DatabaseShelf();
		const entry = given();
		await shelf.change(placeOf(entry), () => entry);
		// Somebody deletes the site's data: every open page is asked to let go.
		await new Promise((resolve, reject) => {
			const asked = indexedDB.deleteDatabase('cung-hoc');
			asked.onsuccess = resolve;
			asked.onerror = reject;
		});
		await shelf.change(placeOf(entry), () => entry);
		expect(await shelf.all()).toEqual([entry]);
	});

	it('says so where it is refused, and the outbox holds all the same', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('refused', 'InvalidStateError');
		});
		const shelf = new DatabaseShelf();
		await expect(shelf.all()).rejects.toThrow('refused');
		const outbox = new Outbox(shelf, new Mirror(new MemoryStore()));
		const held = await outbox.hold(given());
		expect(await outbox.waiting('tam')).toEqual([held]);
	});

	it('does not wait for one that never answers', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		vi.spyOn(indexedDB, 'open').mockImplementation(() => ({ addEventListener: () => {} }) as never);
		const outbox = new Outbox(new DatabaseShelf(), new Mirror(new MemoryStore()));
		const holding = outbox.hold(given());
		await vi.advanceTimersByTimeAsync(5000);
		const held = await holding;
		vi.useRealTimers();
		expect(held.revision).toBe(10);
		expect(outbox.isLasting).toBe(true);
	});

	it('holds, keeps and lets go as the one in memory does', async () => {
		const store = new MemoryStore();
		const open = () => new Outbox(new DatabaseShelf(), new Mirror(store));
		const held = await open().hold(given({ answer: { a: 'b' } }));
		expect(await open().waiting('tam')).toEqual([held]);
		await open().settle(held, saved);
		await open().tidy();
		expect(await open().all('tam')).toEqual([]);
		expect([...store.kept]).toEqual([]);
	});
});
