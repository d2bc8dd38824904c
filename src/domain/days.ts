import { millisOf, type Moment } from './time.ts';

// Dear to make, so each is made once a zone.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
	const clock =
		clocks.get(timeZone) ??
		new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
			second: '2-digit',
		});
	clocks.set(timeZone, clock);
	return clock;
}

/** What a clock there shows at a moment, as if it were UTC, in milliseconds; parts of seconds are left out. */
function wallClock(millis: number, timeZone: string): number {
	const parts = clockIn(timeZone).formatToParts(millis);
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((each) => each.type === type)?.value ?? 0);
	return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** What clocks and calendars in a time zone show at a moment, in figures: `09:32` and `7/11/2026`. */
export function clockAt(moment: Date, timeZone: string): { time: string; date: string } {
	const shown = new Date(wallClock(moment.getTime(), timeZone)).toISOString();
	const [year, month, day] = shown.slice(0, 10).split('-').map(Number);
	return { time: shown.slice(11, 16), date: `${day}/${month}/${year}` };
}

/** The same of an end: what ends with a day ends at its `24:00`, so that nobody reads the next day. */
export function endAt(end: Date, timeZone: string): { time: string; date: string } {
	const shown = clockAt(end, timeZone);
	if (shown.time !== '00:00') return shown;
	return { time: '24:00', date: clockAt(new Date(end.getTime() - 1), timeZone).date };
}

/** Whether a text is a date alone: `2026-11-22`. */
export function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The day, as `2026-11-22`, that a calendar in that time zone shows at a moment; a date alone stays what it is. */
export function dayOf(moment: Moment, timeZone: string): string {
	if (typeof moment === 'string' && isDay(moment)) return moment;
	return new Date(wallClock(millisOf(moment), timeZone)).toISOString().slice(0, 10);
}

/**
 * The last millisecond of a day in a time zone, since 1970 (UTC).
 * @throws RangeError when `day` is no date.
 */
export function endOfDay(day: string, timeZone: string): number {
	const midnight = millisOf(day) + 86_400_000;
	// By how much the zone is ahead of UTC about then; asked again there, since clocks may be changed in between.
	const ahead = (at: number) => wallClock(at, timeZone) - Math.floor(at / 1000) * 1000;
	const about = midnight - ahead(midnight);
	return midnight - ahead(about) - 1;
}

/**
 * When clocks in a time zone show a time, `2026-12-01T08:00` (up to `T24:00`), in milliseconds since 1970 (UTC).
 * @throws RangeError when it is no time.
 */
export function momentOf(shown: string, timeZone: string): number {
	const asUtc = millisOf(`${shown}Z`);
	const ahead = (at: number) => wallClock(at, timeZone) - Math.floor(at / 1000) * 1000;
	return asUtc - ahead(asUtc - ahead(asUtc));
}

/**
 * Until when something counts, to the millisecond: to the end of the day of `until`, in that time zone. So does what
 * was written as a moment until November 2026, since its day is what people were told.
 */
export function lastMomentOf(until: Moment, timeZone: string): number {
	return endOfDay(dayOf(until, timeZone), timeZone);
}
