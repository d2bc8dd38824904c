import type { App } from '../app-types.ts';
import { fail, unwrap } from '../failure.ts';
import { messagesFor } from '#messages/index.ts';

/** Refuses text that PostgreSQL cannot keep: NUL characters and halves of surrogate pairs. */
export function wellFormedText(app: App) {
	app.addHook('preValidation', async (request) => {
		const path = findBroken(request.body, '') ?? findBroken(request.params, '') ?? findBroken(request.query, '');
		if (path === null) return;
		const message = messagesFor(request.locale).api.fields.text;
		unwrap(fail('bad-request', { errors: [{ path: path || '/', message }] }));
	});
}

function findBroken(value: unknown, path: string): string | null {
	if (typeof value === 'string') return isBroken(value) ? path : null;
	if (typeof value !== 'object' || value === null) return null;
	for (const [key, inner] of Object.entries(value)) {
		if (isBroken(key)) return path;
		const found = findBroken(inner, `${path}/${key}`);
		if (found !== null) return found;
	}
	return null;
}

function isBroken(text: string): boolean {
	return text.includes('\u0000') || !text.isWellFormed();
}
