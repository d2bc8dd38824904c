/**
 * Answers that a device holds until the server has them: the rules alone, without page or network. Each answer stands
 * under a key of its own, so that two tabs do not overwrite each other's, and survives reload and navigation.
 */
import { codeOf } from '#schemas/failures.ts';
import type { PlainAnswer } from '#schemas/question.ts';

export interface HeldAnswer {
	/** Whose it is: a shared phone may hold answers of several people. */
	learner: string;
	attempt: string;
	question: string;
	answer: PlainAnswer;
	revision: number;
	/** The server will not take it; kept until the learner has been told. */
	refused?: Refusal;
}
export type Refusal = 'late' | 'submitted' | 'gone';

/** What became of an answer that was sent. `retry`: nobody knows, so it is sent again. */
export type Outcome =
	| { kind: 'saved'; savedAt: string }
	| { kind: 'elsewhere' }
	| { kind: 'refused'; why: Refusal }
	| { kind: 'unreadable'; message: string }
	| { kind: 'signed-out' }
	| { kind: 'retry'; offline: boolean };

/** As much of `localStorage` as is needed. */
export interface Shelf {
	keys(): string[];
	get(key: string): string | null;
	set(key: string, value: string): void;
	remove(key: string): void;
}

const prefix = 'cung-hoc.answer.';

/** Above all that is known, and by the clock where that is ahead: the highest revision wins on the server. */
export function nextRevision(known: number, now: number): number {
	return Math.max(known + 1, Math.floor(now));
}

/** Milliseconds to wait before another try: doubling up to a minute, spread so that devices do not come all at once. */
export function waitBefore(tries: number, chance: number): number {
	return Math.round(Math.min(60_000, 1000 * 2 ** tries) * (0.75 + chance / 2));
}

export class AnswerQueue {
	constructor(private readonly shelf: Shelf) {}

	find(attempt: string, question: string): HeldAnswer | null {
		return this.read(keyOf({ attempt, question }));
	}

	/** What is held for a learner, the first given first. */
	all(learner: string): HeldAnswer[] {
		return this.shelf
			.keys()
			.filter((key) => key.startsWith(prefix))
			.map((key) => this.read(key))
			.filter((held): held is HeldAnswer => held !== null && held.learner === learner)
			.sort((a, b) => a.revision - b.revision);
	}

	/** What still has to be sent. */
	waiting(learner: string): HeldAnswer[] {
		return this.all(learner).filter(({ refused }) => refused === undefined);
	}

	/** An older answer never takes the place of a newer one. */
	hold(answer: HeldAnswer): void {
		const there = this.find(answer.attempt, answer.question);
		if (there && there.revision >= answer.revision) return;
		this.shelf.set(keyOf(answer), JSON.stringify(answer));
	}

	/** Lets go of what was sent, unless a newer answer was given meanwhile. */
	settle(sent: HeldAnswer, outcome: Outcome): void {
		const there = this.find(sent.attempt, sent.question);
		if (!there || there.revision !== sent.revision) return;
		if (outcome.kind === 'retry' || outcome.kind === 'signed-out') return;
		if (outcome.kind === 'refused')
			this.shelf.set(keyOf(sent), JSON.stringify({ ...there, refused: outcome.why }));
		else this.shelf.remove(keyOf(sent));
	}

	/** The learner has been told, or the server has something newer. */
	drop({ attempt, question }: Pick<HeldAnswer, 'attempt' | 'question'>): void {
		this.shelf.remove(keyOf({ attempt, question }));
	}

	private read(key: string): HeldAnswer | null {
		try {
			const held: unknown = JSON.parse(this.shelf.get(key) ?? 'null');
			return isHeld(held) ? held : null;
		} catch {
			return null;
		}
	}
}

function keyOf({ attempt, question }: Pick<HeldAnswer, 'attempt' | 'question'>): string {
	return `${prefix}${attempt}/${question}`;
}

function isHeld(value: unknown): value is HeldAnswer {
	if (typeof value !== 'object' || value === null) return false;
	const { learner, attempt, question, revision } = value as Partial<HeldAnswer>;
	const isNamed = [learner, attempt, question].every((each) => typeof each === 'string');
	return isNamed && Number.isSafeInteger(revision) && 'answer' in value;
}

/**
 * Reads the server's reply. Only a receipt for this revision counts as saved, and only the API's own problem as a
 * refusal: the sign-in page of a public network answers too.
 */
export function readReply(sent: HeldAnswer, status: number, body: unknown): Outcome {
	if (status === 200) return readReceipt(sent, body);
	const code = codeOf(body);
	if (code === null || status === 429 || status >= 500) return { kind: 'retry', offline: false };
	if (status === 401) return { kind: 'signed-out' };
	if (code === 'attempt-late') return { kind: 'refused', why: 'late' };
	if (code === 'attempt-submitted') return { kind: 'refused', why: 'submitted' };
	if (status === 404) return { kind: 'refused', why: 'gone' };
	if (status === 400 || status === 422) return { kind: 'unreadable', message: problemMessage(body) };
	return { kind: 'retry', offline: false };
}

interface Reply {
	question?: unknown;
	accepted?: unknown;
	savedAt?: unknown;
	detail?: unknown;
	errors?: { message?: unknown }[];
}
const replyOf = (body: unknown): Reply => (typeof body === 'object' && body !== null ? body : {});

function readReceipt(sent: HeldAnswer, body: unknown): Outcome {
	const { question, accepted, savedAt } = replyOf(body);
	if (question !== sent.question || typeof accepted !== 'boolean' || typeof savedAt !== 'string')
		return { kind: 'retry', offline: false };
	return accepted ? { kind: 'saved', savedAt } : { kind: 'elsewhere' };
}

function problemMessage(body: unknown): string {
	const { detail, errors } = replyOf(body);
	const said = errors?.[0]?.message ?? detail;
	return typeof said === 'string' ? said : '';
}
