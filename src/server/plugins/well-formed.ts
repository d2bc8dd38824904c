import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';
import { messagesFor } from '#messages/index.ts';

/** No request of ours is nested deeper than a handful of levels. */
const deepest = 32;

interface Broken {
	path: string;
	/** `text`: characters that cannot be kept; `other`: nested without end. */
	wrong: 'text' | 'other';
}

/** Refuses text that PostgreSQL cannot keep (NUL, halves of surrogate pairs), and what is nested without end. */
export function wellFormedText(app: App) {
	app.addHook('preValidation', async ({ body, params, query, locale }) => {
		const broken = findBroken(body) ?? findBroken(params) ?? findBroken(query);
		if (!broken) return;
		const message = messagesFor(locale).api.fields[broken.wrong];
		unwrap(fail('bad-request', { errors: [{ path: broken.path || '/', message }] }));
	});
}

function findBroken(value: unknown, path = '', depth = 0): Broken | null {
	if (typeof value === 'string') return isBroken(value) ? { path, wrong: 'text' } : null;
	if (typeof value !== 'object' || value === null) return null;
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
