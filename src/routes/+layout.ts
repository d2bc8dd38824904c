import { frameAreas } from '#lib/frame.ts';
import { loadMessages } from '#messages/load.ts';
import type { LayoutLoad } from './$types';

/** Unless a group says otherwise, so that the page of an unknown address has no client script either. */
export const csr = false;

export const load: LayoutLoad = async ({ data }) => ({
	...data,
	t: await loadMessages(data.locale, frameAreas),
});
