import type { Refusal } from './entry.ts';

/** What became of an entry that was sent. */
export type Outcome =
	| { kind: 'saved'; savedAt: string }
	/** Something newer is there already. */
	| { kind: 'elsewhere' }
	| { kind: 'refused'; why: Refusal; message: string }
	/** Held until somebody signs in. */
	| { kind: 'signed-out' }
	/** Nobody knows, so it is sent again. */
	| { kind: 'retry'; offline: boolean };

/** A body of JSON that may be the API's or anybody's. */
export type Reply = Record<string, unknown>;
