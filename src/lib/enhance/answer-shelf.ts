import type { Shelf } from './answer-queue.ts';

const trial = 'cung-hoc.try';

/**
 * The browser's storage. Where it is refused (private windows) or full, the page's own memory, which does not outlive
 * the page.
 */
export class AnswerShelf implements Shelf {
	private readonly kept = new Map<string, string>();
	private readonly storage = lastingStorage();

	/** Whether what is put here now outlives the page. */
	get isLasting(): boolean {
		return this.storage !== null && this.kept.size === 0;
	}

	keys(): string[] {
		return [...new Set([...Object.keys(this.storage ?? {}), ...this.kept.keys()])];
	}

	get(key: string): string | null {
		return this.kept.get(key) ?? this.storage?.getItem(key) ?? null;
	}

	set(key: string, value: string): void {
		try {
			if (!this.storage) throw new Error('No storage');
			this.storage.setItem(key, value);
			this.kept.delete(key);
		} catch {
			this.kept.set(key, value);
		}
	}

	remove(key: string): void {
		this.kept.delete(key);
		this.storage?.removeItem(key);
	}
}

function lastingStorage(): Storage | null {
	try {
		localStorage.setItem(trial, trial);
		localStorage.removeItem(trial);
		return localStorage;
	} catch {
		return null;
	}
}
