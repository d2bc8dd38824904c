/** What the server's reply to an entry means. */
import { codeOf, type FailureCode } from '#schemas/failures.ts';
import { rules } from './kinds.ts';
import type { Entry, Refusal } from './entry.ts';
import type { Outcome, Reply } from './outcome.ts';

const replyOf = (body: unknown): Reply => (typeof body === 'object' && body !== null ? (body as Reply) : {});

const again: Outcome = { kind: 'retry', offline: false };
/** A request that came too early, too slowly or too often may succeed later. */
const passing = [408, 425, 429];

/**
 * Only a receipt for this entry counts as saved, and only the API's own problem as a refusal: the sign-in page of a
 * public network answers too.
 */
export function readReply(sent: Entry, status: number, body: unknown): Outcome {
	if (status >= 200 && status < 300) return rules[sent.kind].receipt(sent, replyOf(body)) ?? again;
	const code = codeOf(body);
	if (code === null || passing.includes(status) || status < 400 || status >= 500) return again;
	if (status === 401) return { kind: 'signed-out' };
	return { kind: 'refused', why: refusalOf(status, code), message: problemMessage(body) };
}

function refusalOf(status: number, code: FailureCode): Refusal {
	if (code === 'attempt-late') return 'late';
	if (code === 'attempt-submitted') return 'submitted';
	if (status === 404) return 'gone';
	return status === 400 || status === 422 ? 'unreadable' : 'refused';
}

function problemMessage(body: unknown): string {
	const { detail, errors } = replyOf(body);
	const [first] = Array.isArray(errors) ? (errors as { message?: unknown }[]) : [];
	const said = first?.message ?? detail;
	return typeof said === 'string' ? said : '';
}
