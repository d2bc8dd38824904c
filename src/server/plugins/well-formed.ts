import { messagesFor } from '#messages/index.ts';
import { splitAddress } from '#schemas/address.ts';
import type { Locale } from '#schemas/common.ts';
import { sendEvents } from '#schemas/paths.ts';
import type { App } from '../app-types.ts';
import { fail, FailureError, unwrap, type Failure } from '../failure.ts';

/** No request of ours is nested deeper than a handful of levels. */
const deepest = 32;

interface Broken {
	path: string;
	/** `text`: characters that cannot be kept; `other`: nested without end. */
	wrong: 'text' | 'other';
}

/**
 * Refuses text that would not come back as it was sent: bytes that are no UTF-8, and what PostgreSQL cannot keep (NUL,
 * halves of surrogate pairs); and what is nested without end.
 */
export function wellFormedText(app: App) {
	const parse = app.getDefaultJsonParser('error', 'error');
	app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
		const text = decode(body);
		if (text === null) return done(new FailureError(refusal({ path: '', wrong: 'text' }, request.locale)));
		return parse(request, text, done);
	});
	app.addHook('preValidation', async ({ body, params, query, locale, routeOptions }) => {
		const isJudgedApart = routeOptions.method === 'POST' && routeOptions.url === eventsPath;
		const broken = findBroken(isJudgedApart ? null : body) ?? findBroken(params) ?? findBroken(query);
		if (broken) unwrap(refusal(broken, locale));
	});
}

/** Each event of a device is judged by itself (`progress/events.ts`): one that is broken costs no other. */
const [, eventsPath] = splitAddress(sendEvents);

/** Whether a value comes back as it was sent, for what is judged apart from its request. */
export function isWhole(value: unknown): boolean {
	return findBroken(value) === null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string | null {
	try {
		return utf8.decode(bytes);
	} catch {
		return null;
	}
}

function refusal({ path, wrong }: Broken, locale: Locale): Failure {
	return fail('bad-request', {
		errors: [{ path: path || '/', message: messagesFor(locale).api.fields[wrong] }],
	});
}

function findBroken(value: unknown, path = '', depth = 0): Broken | null {
	if (typeof value === 'string') return isBroken(value) ? { path, wrong: 'text' } : null;
	// Files are no text, whatever is in them.
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return null;
	if (depth > deepest) return { path, wrong: 'other' };
	for (const [key, inner] of Object.entries(value)) {
		if (isBroken(key)) return { path, wrong: 'text' };
		const found = findBroken(inner, `${path}/${key}`, depth + 1);
		if (found) return found;
	}
	return null;
}

function isBroken(text: string): boolean {
	return text.includes('\u0000') || !text.isWellFormed();
}
