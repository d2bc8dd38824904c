import type { Allowance } from './quiz-allowance.ts';
import { millisOf, type Moment } from './time.ts';

/** When an attempt that begins now must be handed in: by its minutes, and before the quiz closes. Null: no limit. */
export function deadlineFor(
	startedAt: Date,
	minutes: number | null,
	{ closesAt, extraMinutes }: Pick<Allowance, 'closesAt' | 'extraMinutes'>,
): Date | null {
	const byMinutes = deadlineOf(startedAt.getTime(), minutes === null ? null : minutes + extraMinutes);
	const ends = [...(byMinutes ? [Date.parse(byMinutes)] : []), ...(closesAt ? [closesAt.getTime()] : [])];
	return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/**
 * When an attempt's time is up, as an ISO string in UTC; null when `minutes` is.
 * @throws RangeError when `startedAt` is no moment.
 */
export function deadlineOf(startedAt: Moment, minutes: number): string;
export function deadlineOf(startedAt: Moment, minutes: number | null): string | null;
export function deadlineOf(startedAt: Moment, minutes: number | null): string | null {
	return minutes === null ? null : new Date(millisOf(startedAt) + minutes * 60_000).toISOString();
}

/** What is sent in the last second may take this long, in seconds, to arrive over a bad network. */
export const graceSeconds = 60;

/**
 * Whether something that arrives `now` comes later than the deadline and `grace` seconds for the network.
 * No deadline, never late.
 * @throws RangeError when one of the two is no moment.
 */
export function isLate(
	deadline: Moment | Date | null | undefined,
	now: Moment | Date,
	grace = graceSeconds,
): boolean {
	return deadline != null && instant(now) > instant(deadline) + grace * 1000;
}

function instant(moment: Moment | Date): number {
	return moment instanceof Date ? moment.getTime() : millisOf(moment);
}
