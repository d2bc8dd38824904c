import { fail } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { refuse } from '#lib/forms.ts';
import { messagesFor } from '#messages/index.ts';
import type { Problem } from '#schemas/problem.ts';
import type { RescueFile } from '#schemas/rescue.ts';
import type { Actions } from './$types';

/** As much as the server takes: bytes. */
const most = 250 * 1024;

export const actions: Actions = {
	default: async (event) => {
		const { rescue, api: words } = messagesFor(event.locals.locale);
		const refuseFile = (message: string) => {
			const { title, detail } = words.failures['bad-request'];
			const errors = [{ path: '/file', message }];
			return refuse({
				type: 'about:blank',
				title,
				status: 400,
				detail: detail({}),
				errors,
			} satisfies Problem);
		};
		const form = await event.request.formData().catch((error: { status?: number }) => error);
		if (!(form instanceof FormData))
			return refuseFile(
				form.status === 413 ? rescue.tooLarge : words.failures['rescue-unreadable'].detail({}),
			);
		const file = form.get('file');
		if (!(file instanceof File) || file.size === 0) return refuseFile(rescue.noFile);
		if (file.size > most) return refuseFile(rescue.tooLarge);
		const found = parsed(await file.text());
		if (!found) return refuseFile(words.failures['rescue-unreadable'].detail({}));
		const sent = await api(event.fetch).rescue(found);
		if (sent.ok) return { receipt: sent.data };
		const isOfFile = sent.status === 400 || sent.status === 403 || sent.status === 404;
		return isOfFile
			? refuseFile(sent.problem.detail)
			: fail(sent.status, { problem: sent.problem, values: {} });
	},
};

/** What a file of ours holds; null: it is none. */
function parsed(text: string): RescueFile | null {
	try {
		const { payload, seal } = JSON.parse(text) as Partial<RescueFile>;
		return typeof payload === 'string' && typeof seal === 'string' ? { payload, seal } : null;
	} catch {
		return null;
	}
}
