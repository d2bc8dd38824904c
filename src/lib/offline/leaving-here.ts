import type { Leaving } from './messages.ts';

export const leavingKey = 'cung-hoc.leaving';

/** Who wants to be signed out here as soon as there is a network; null: nobody. */
export function leavingHere(): Leaving | null {
	try {
		return JSON.parse(localStorage.getItem(leavingKey) ?? 'null') as Leaving | null;
	} catch {
		return null;
	}
}
