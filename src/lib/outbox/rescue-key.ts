/** What a learner's rescue files are sealed with, fetched while there is a network and kept for when there is none. */
import { pathTo } from '#schemas/address.ts';
import { rescueKey } from '#schemas/paths.ts';
import type { RescueKey } from '#schemas/rescue.ts';

const prefix = 'cung-hoc.rescue.';

/** The key on this device; null: none was fetched, or nothing is kept here. */
export function keptKey(learner: string): RescueKey | null {
	try {
		const key = localStorage.getItem(prefix + learner);
		return key ? { learner, key } : null;
	} catch {
		return null;
	}
}

/** Fetches it once for each learner on a device. */
export async function keepKey(learner: string): Promise<void> {
	if (keptKey(learner)) return;
	try {
		const response = await fetch(pathTo(rescueKey));
		if (!response.ok) return;
		const found = (await response.json()) as RescueKey;
		localStorage.setItem(prefix + found.learner, found.key);
	} catch {
		return;
	}
}

export function forgetKey(learner: string): void {
	try {
		localStorage.removeItem(prefix + learner);
	} catch {
		return;
	}
}
