import { addressOf, reader } from '#lib/views.ts';
import { messagesFor } from '#messages/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { locale, site, textSize, theme } = event.locals;
	const me = await reader(event);
	const address = await addressOf(event);
	// Few are told of this: the words are no part of what every live page loads.
	const sharedGuest = me?.guest && me.shared ? messagesFor(locale, address).account.sharedGuest : null;
	// What somebody has told of themselves counts before what was chosen on the device.
	const group = me?.targetGroup ?? event.locals.group;
	return { locale, site, textSize, theme, group, me, address, sharedGuest };
};
