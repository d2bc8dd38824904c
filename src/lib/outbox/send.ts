import { pathTo } from '#schemas/address.ts';
import { codeOf } from '#schemas/failures.ts';
import { me } from '#schemas/paths.ts';
import type { Entry } from './entry.ts';
import { rules } from './kinds.ts';
import type { Outcome } from './outcome.ts';
import { readReply } from './reply.ts';

const timeLimit = 20_000;

/** Sends an entry in its owner's session. */
export async function send(entry: Entry): Promise<Outcome> {
	const outcome = await orRetry(async () => {
		const { status, body } = await ask(entry.method, entry.address, rules[entry.kind].body(entry));
		return readReply(entry, status, body);
	});
	if (outcome.kind !== 'refused' || !['gone', 'refused'].includes(outcome.why)) return outcome;
	// Somebody else may have signed in by another tab meanwhile: then the refusal is not its owner's.
	return orRetry(async () => {
		const { body } = await ask('GET', pathTo(me));
		if (codeOf(body) === 'not-signed-in') return { kind: 'signed-out' };
		const { id } = (body ?? {}) as { id?: unknown };
		if (typeof id !== 'string') return { kind: 'retry', offline: false };
		return id === entry.learner ? outcome : { kind: 'signed-out' };
	});
}

async function orRetry(work: () => Promise<Outcome>): Promise<Outcome> {
	try {
		return await work();
	} catch {
		return { kind: 'retry', offline: true };
	}
}

async function ask(method: string, address: string, body?: unknown) {
	const control = new AbortController();
	const timer = setTimeout(() => control.abort(), timeLimit);
	try {
		const response = await fetch(address, {
			method,
			headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
			body: body === undefined ? null : JSON.stringify(body),
			// Goes on when the page is left.
			keepalive: true,
			signal: control.signal,
		});
		return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
	} finally {
		clearTimeout(timer);
	}
}
