/** The server's clock, as far as its replies have told: a device's own may be days ahead. */

import type { Entry } from './entry.ts';

const minute = 60_000;
let ahead = 0;

/** `date`: the header of a reply; seconds are all that it tells, and a reply takes its time. */
export function hearClock(date: string | null): void {
	const there = Date.parse(date ?? '');
	if (!there) return;
	const difference = Date.now() - there;
	ahead = difference > minute ? difference : 0;
}

/** When something was done, as an ISO string: never later than it is now. */
export function notAhead(at: string): string {
	return new Date(Math.min(Date.parse(at), Date.now() - ahead)).toISOString();
}

/** Something was done at a time that has not come yet. */
export function isAhead({ body }: Entry): boolean {
	return typeof body.at === 'string' && notAhead(body.at) !== body.at;
}
