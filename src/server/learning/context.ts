import type { Context, Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';

/** Columns that keep where and how an act happened. */
export interface ContextColumns {
	locale: Locale;
	targetGroup: Principal['targetGroup'];
	place: string | null;
	assistedBy: string | null;
	channel: string;
	deviceTime: Date | null;
}

/** What an act inherits from the one it belongs to, such as an answer from its attempt. */
type Inherited = Pick<ContextColumns, 'assistedBy' | 'channel'>;

export function contextOf(
	who: Pick<Principal, 'targetGroup' | 'place'>,
	locale: Locale,
	given: Context = {},
	inherited: Inherited = { assistedBy: null, channel: 'web' },
): ContextColumns {
	return {
		locale,
		targetGroup: who.targetGroup,
		place: who.place,
		assistedBy: given.assistedBy?.toLowerCase() ?? inherited.assistedBy,
		channel: given.channel ?? inherited.channel,
		deviceTime: given.deviceTime === undefined ? null : deviceTimeOf(given.deviceTime),
	};
}

/** Clocks of devices may say anything; what is no time that the database can hold is left out. */
function deviceTimeOf(text: string): Date | null {
	const time = new Date(text);
	const year = time.getUTCFullYear();
	return year >= 1970 && year < 10_000 ? time : null;
}
