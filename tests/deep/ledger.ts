/** What a learner's device has sent, and what of it the server has acknowledged. */
import type { Submission } from '#schemas/attempt.ts';

export const kinds = ['guests', 'attempts', 'answers', 'events', 'checks', 'submissions'] as const;
export type Kind = (typeof kinds)[number];

export interface AttemptLog {
	id: string;
	quiz: string;
	/** By question and revision, every answer that was sent. */
	sent: Map<string, Map<number, unknown>>;
	/** By question, the highest revision that was acknowledged. */
	acknowledged: Map<string, number>;
	/** Sent with the submission, acknowledged or not. */
	final: Record<string, unknown> | null;
	submission: Submission | null;
}

export interface SentEvent {
	id: string;
	type: string;
	course: string;
	lesson: string;
	at: string;
}

export interface SentCheck {
	course: string;
	question: string;
	lesson: string;
	answer: string;
	clientId: string;
}

/** One guest: what was acknowledged, in the order it was. */
export interface Ledger {
	cookie: string;
	learner: string;
	attempts: AttemptLog[];
	events: SentEvent[];
	checks: SentCheck[];
	/** How much of events and checks was verified after an earlier kill. */
	verified: { attempts: number; events: number; checks: number };
}

export class Tally {
	readonly acknowledged: Record<Kind, number>;
	/** Requests that got no answer: cut off by a kill. */
	cutOff = 0;
	/** Answers that a working server never gives. */
	readonly unexpected: string[] = [];

	constructor() {
		this.acknowledged = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>;
	}

	get total() {
		return Object.values(this.acknowledged).reduce((sum, count) => sum + count, 0);
	}
}

export function newLedger(cookie: string, learner: string): Ledger {
	return {
		cookie,
		learner,
		attempts: [],
		events: [],
		checks: [],
		verified: { attempts: 0, events: 0, checks: 0 },
	};
}
