import { pathTo } from '#schemas/address.ts';
import { submit } from '#schemas/paths.ts';
import { isOfAttempt } from './answer.ts';
import { newId, type Entry } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

/** An attempt that was handed in on this device. */
export interface HandedIn extends Pick<Entry, 'learner' | 'at' | 'title' | 'page'> {
	attempt: string;
	locale: string;
}

export const handInSlot = (attempt: string) => `hand-in/${attempt}`;

export function handInEntry({ attempt, ...rest }: HandedIn): Entry {
	return {
		...rest,
		id: newId(),
		kind: 'hand-in',
		slot: handInSlot(attempt),
		method: 'POST',
		address: pathTo(submit, attempt),
		body: {},
		revision: Math.floor(rest.at),
	};
}

/** The attempt that it hands in; null for what is no hand-in. */
export function handedInBy({ kind, slot }: Entry): string | null {
	return kind === 'hand-in' ? slot.slice(handInSlot('').length) : null;
}

/** No answer counts that comes after it: those of its attempt go first. */
export function waitsForAnswer(entry: Entry, other: Entry): boolean {
	return isOfAttempt(other, handedInBy(entry) ?? undefined);
}

/** Handing in twice is handing in once: the server tells the same submission again. */
export function handInReceipt(sent: Entry, { attempt, submittedAt }: Reply): Outcome | null {
	if (attempt !== handedInBy(sent) || typeof submittedAt !== 'string') return null;
	return { kind: 'saved', savedAt: submittedAt };
}
