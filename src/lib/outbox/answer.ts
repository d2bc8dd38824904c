import { pathTo } from '#schemas/address.ts';
import { postAnswer } from '#schemas/paths.ts';
import type { Answer } from '#schemas/question.ts';
import { newId, type Entry } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

/** The answer to a question of an attempt, as it is held. */
export interface GivenAnswer {
	learner: string;
	attempt: string;
	question: string;
	answer: Answer;
	revision: number;
	at: number;
	title: string;
	page: string;
	locale?: string;
}

export function answerSlot(attempt: string, question: string): string {
	return `answer/${attempt}/${question}`;
}

export function answerEntry({ attempt, question, answer, revision, ...rest }: GivenAnswer): Entry {
	return {
		...rest,
		id: newId(),
		kind: 'answer',
		slot: answerSlot(attempt, question),
		// Some networks let only GET and POST through.
		method: 'POST',
		address: pathTo(postAnswer, attempt, question),
		body: { answer },
		revision,
	};
}

/** What it answers; null for what is no answer. */
export function answerOf({ kind, slot, body }: Entry) {
	const [, attempt = '', question = ''] = slot.split('/');
	return kind === 'answer' ? { attempt, question, answer: (body.answer ?? null) as Answer } : null;
}

export function isOfAttempt(entry: Entry, attempt: string | undefined): boolean {
	return attempt !== undefined && answerOf(entry)?.attempt === attempt;
}

/** The body of its request: the highest revision wins on the server. */
export function answerBody({ body, revision }: Entry): Record<string, unknown> {
	return { ...body, revision };
}

/** Reads the receipt; null where it is none for this answer. */
export function answerReceipt(
	sent: Entry,
	{ question, accepted, revision, savedAt, deadline }: Reply,
): Outcome | null {
	if (question !== answerOf(sent)?.question) return null;
	if (typeof accepted !== 'boolean' || typeof savedAt !== 'string') return null;
	if (accepted) return { kind: 'saved', savedAt, ...(typeof deadline === 'string' && { deadline }) };
	return Number.isSafeInteger(revision) ? { kind: 'elsewhere', revision: Number(revision), savedAt } : null;
}
