import type { Verdict } from '#schemas/question.ts';
import type { Refusal } from './entry.ts';

/** What became of an entry that was sent. */
export type Outcome =
	/** `savedAt` is empty where the server does not say; `verdict`: what it says to an answer in a lesson; `deadline`: when the time of an attempt is up, where it has a limit. */
	| { kind: 'saved'; savedAt: string; verdict?: Verdict; deadline?: string }
	/** Another is there under a higher revision, saved by another tab or device: its owner chooses. */
	| { kind: 'elsewhere'; revision: number; savedAt: string }
	| { kind: 'refused'; why: Refusal; message: string }
	/** Held until its owner signs in: nobody is signed in, or somebody else. */
	| { kind: 'signed-out' }
	| { kind: 'other-learner' }
	/** Nobody knows, so it is sent again. */
	| { kind: 'retry'; offline: boolean }
	/** Something on the way answered in the server's place. It is sent again, but the page's own form may get through. */
	| { kind: 'blocked' };

/** A body of JSON that may be the API's or anybody's. */
export type Reply = Record<string, unknown>;
