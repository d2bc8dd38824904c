/**
 * What somebody did that the server does not have yet: the shape and the rules alone, without page, storage or network.
 */

/** What can be held. Each kind has its receipt in `reply.ts` and its entries in a file of its own. */
export const kinds = ['answer', 'done', 'try', 'check', 'hand-in'] as const;
export type Kind = (typeof kinds)[number];

export interface Entry {
	/** Made on the device: tells a repeat, and one entry from another. */
	id: string;
	/**
	 * Whose it is: a shared phone may hold things of several people. `visitor` (`schemas/whose.ts`) is nobody yet: it counts
	 * for the guest whom the first sending makes.
	 */
	learner: string;
	kind: Kind;
	/** What it is about. Of one slot the highest revision stands; what must all arrive has its id as its slot. */
	slot: string;
	method: 'PUT' | 'POST';
	address: string;
	/** As JSON sends it; with the `revision` beside it where the kind has revisions. */
	body: Record<string, unknown>;
	revision: number;
	/** Milliseconds by the device's clock. */
	at: number;
	/** What it is, in words for its owner, and the page where it was done. */
	title: string;
	page: string;
	/** In which the server is to speak of it. Entries of earlier scripts have none. */
	locale?: string;
	/** The server does not take it as it is; kept until its owner has been told, and has chosen where there is a choice. */
	refused?: { why: Refusal; message: string };
}

/** Why not: too late, handed in already, no longer there, another answer there, not to be read as it is, or else. */
export const refusals = ['late', 'submitted', 'gone', 'elsewhere', 'unreadable', 'refused'] as const;
export type Refusal = (typeof refusals)[number];

/** Where it lies: apart for each learner, one place a slot. */
export function placeOf({ learner, slot }: Pick<Entry, 'learner' | 'slot'>): string {
	return `${learner}/${slot}`;
}

/** Which of two of a slot stands; never both ways round. */
export function isNewer(a: Entry, b: Entry): boolean {
	if (a.revision !== b.revision) return a.revision > b.revision;
	return a.at === b.at ? a.id > b.id : a.at > b.at;
}

/** The order in which things were done. */
export function byTime(a: Entry, b: Entry): number {
	return a.at - b.at || a.revision - b.revision || (a.id < b.id ? -1 : 1);
}

/** Above all that is known, and by the clock where that is ahead: the highest revision wins on the server. */
export function nextRevision(known: number, now: number): number {
	return Math.max(known + 1, Math.floor(now));
}

/** Milliseconds to wait before another try: doubling up to a minute, spread so that devices do not come all at once. */
export function waitBefore(tries: number, chance: number): number {
	return Math.round(Math.min(60_000, 1000 * 2 ** tries) * (0.75 + chance / 2));
}

/** A UUID, version 4. `crypto.randomUUID` is missing where the address is plain http. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What a store gives back may be of an older script, or broken. */
export function isEntry(value: unknown): value is Entry {
	if (typeof value !== 'object' || value === null) return false;
	const { id, learner, kind, slot, address, body, revision, at } = value as Partial<Entry>;
	return (
		(kinds as readonly unknown[]).includes(kind) &&
		[id, learner, slot, address].every((each) => typeof each === 'string') &&
		typeof body === 'object' &&
		Number.isSafeInteger(revision) &&
		typeof at === 'number'
	);
}
