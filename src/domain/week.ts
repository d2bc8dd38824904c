/** Weeks as a calendar on the wall shows them: from Monday, in one time zone. */
import { dayOf, endOfDay } from './days.ts';
import { millisOf, type Moment } from './time.ts';

const day = 86_400_000;

/** The first millisecond of the week that a moment is in, since 1970 (UTC). */
export function weekBegins(moment: Moment, timeZone: string): number {
	const today = millisOf(dayOf(moment, timeZone));
	const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
	const sunday = new Date(today - (sinceMonday + 1) * day).toISOString().slice(0, 10);
	return endOfDay(sunday, timeZone) + 1;
}

/** Whether a moment is in the same week as another. */
export function isInWeekOf(moment: Moment, now: Moment, timeZone: string): boolean {
	return weekBegins(moment, timeZone) === weekBegins(now, timeZone);
}
