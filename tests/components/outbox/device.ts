/** A device for tests: its storage, a shelf in memory that can fail, and entries to hold. */
import { answerEntry, type GivenAnswer } from '#lib/outbox/answer.ts';
import type { Entry } from '#lib/outbox/entry.ts';
import { Mirror, type Store } from '#lib/outbox/mirror.ts';
import { Outbox } from '#lib/outbox/outbox.ts';
import type { Shelf } from '#lib/outbox/shelf.ts';

export class MemoryStore implements Store {
	readonly kept = new Map<string, string>();
	/** Refuses to take anything more. */
	isFull = false;
	get length() {
		return this.kept.size;
	}
	key = (index: number) => [...this.kept.keys()][index] ?? null;
	getItem = (key: string) => this.kept.get(key) ?? null;
	removeItem = (key: string) => void this.kept.delete(key);
	setItem(key: string, value: string) {
		if (this.isFull) throw new Error('QuotaExceededError');
		this.kept.set(key, value);
	}
}

export class MemoryShelf implements Shelf {
	readonly kept = new Map<string, Entry>();
	/** The browser refuses it. */
	isRefused = false;
	async all() {
		await this.reach();
		return [...this.kept.values()];
	}
	async change(place: string, change: (there: Entry | null) => Entry | null) {
		await this.reach();
		const next = change(this.kept.get(place) ?? null);
		if (next) this.kept.set(place, next);
		else this.kept.delete(place);
		return next;
	}
	private async reach() {
		await Promise.resolve();
		if (this.isRefused) throw new Error('InvalidStateError');
	}
}

/** What outlives a page. `open` is a page on it. */
export class Device {
	readonly store = new MemoryStore();
	readonly shelf = new MemoryShelf();
	open = () => new Outbox(this.shelf, new Mirror(this.store));
}

export function given(more: Partial<GivenAnswer> = {}): Entry {
	const revision = more.revision ?? 10;
	return answerEntry({
		learner: 'tam',
		attempt: 'a1',
		question: 'mat-khau',
		answer: 'b',
		revision,
		at: more.at ?? revision,
		title: 'Câu 1',
		page: '/attempts/a1?q=1',
		...more,
	});
}

export const saved = { kind: 'saved', savedAt: '2026-11-22T02:32:00.000Z' } as const;
export const late = { kind: 'refused', why: 'late', message: '' } as const;
export const away = { kind: 'retry', offline: true } as const;
