/** What the server's reply to an entry means. */
import { codeOf, type FailureCode } from '#schemas/failures.ts';
import { rules } from './kinds.ts';
import type { Entry, Refusal } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

const replyOf = (body: unknown): Reply => (typeof body === 'object' && body !== null ? (body as Reply) : {});

const again: Outcome = { kind: 'retry', offline: false };
const blocked: Outcome = { kind: 'blocked' };
/** What the API's codes say of an entry. One that is not here, a newer server's too, says that it will never be taken. */
const meanings: Partial<Record<FailureCode, Refusal | 'again' | 'signed-out' | 'other-learner'>> = {
	'too-many': 'again',
	unavailable: 'again',
	internal: 'again',
	'not-signed-in': 'signed-out',
	'other-learner': 'other-learner',
	'attempt-late': 'late',
	'attempt-submitted': 'submitted',
	'attempt-unknown': 'gone',
	'question-unknown': 'gone',
	'not-found': 'gone',
	'bad-request': 'unreadable',
	'answer-unreadable': 'unreadable',
};

/**
 * Only a receipt for this entry counts as saved, and only the API's own problem as a refusal: the sign-in page of a
 * public network and a firewall answer too. `status` counts for what has no code: whether it went well, and whether a
 * server broke.
 */
export function readReply(sent: Entry, status: number, body: unknown): Outcome {
	if (status >= 200 && status < 300) return rules[sent.kind].receipt(sent, replyOf(body)) ?? blocked;
	return readProblem(status, body);
}

/** What a reply that is no receipt means. */
export function readProblem(status: number, body: unknown): Outcome {
	const code = codeOf(body);
	if (code === null) return isBroken(status) ? again : blocked;
	if (status >= 500) return again;
	const why = meanings[code] ?? 'refused';
	if (why === 'again') return again;
	if (why === 'signed-out' || why === 'other-learner') return { kind: why };
	return { kind: 'refused', why, message: problemMessage(body) };
}

/** A proxy whose server is starting anew says so; 501 is said of a method that is not let through. */
function isBroken(status: number): boolean {
	return status === 429 || (status >= 500 && status !== 501);
}

function problemMessage(body: unknown): string {
	const { detail, errors } = replyOf(body);
	const [first] = Array.isArray(errors) ? (errors as { message?: unknown }[]) : [];
	const said = first?.message ?? detail;
	return typeof said === 'string' ? said : '';
}
