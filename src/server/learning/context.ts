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

/**
 * What a client says of an act, as it is kept. A helper is named only by the learner whom they look after, or by
 * themselves: of anybody else's help nothing is kept, so that no one is said to have helped who may not know of it. The
 * act itself is kept all the same, since an answer must not be lost for it.
 */
export function contextOf(
	who: Pick<Principal, 'actor' | 'learner' | 'targetGroup' | 'place' | 'carers'>,
	locale: Locale,
	given: Context = {},
	inherited: Inherited = { assistedBy: null, channel: 'web' },
): ContextColumns {
	return {
		locale,
		targetGroup: who.targetGroup,
		place: who.place,
		assistedBy: helperOf(who, given.assistedBy) ?? inherited.assistedBy,
		channel: given.channel ?? inherited.channel,
		deviceTime: given.deviceTime === undefined ? null : deviceTimeOf(given.deviceTime),
	};
}

/** Who helped, as far as it can be believed; null: nobody, as far as is known. */
function helperOf(
	{ actor, learner, carers }: Pick<Principal, 'actor' | 'learner' | 'carers'>,
	named: string | undefined,
): string | null {
	const helper = named?.toLowerCase();
	if (helper === undefined || helper === learner) return null;
	return helper === actor || carers.includes(helper) ? helper : null;
}

/** Clocks of devices may say anything; what is no time that the database can hold is left out. */
function deviceTimeOf(text: string): Date | null {
	const time = new Date(text);
	const year = time.getUTCFullYear();
	return year >= 1970 && year < 10_000 ? time : null;
}
