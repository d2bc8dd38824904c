import { loadMessages } from '#messages/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { locale } = await parent();
	return { words: await loadMessages(locale, ['device']) };
};
