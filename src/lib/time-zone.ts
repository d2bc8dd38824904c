import { defaultTimeZone } from '#schemas/names.ts';

/** In a browser the page says it; where pages are made, `useTimeZone` does once at the start. */
let timeZone =
	(typeof document === 'undefined' ? undefined : document.documentElement.dataset.timeZone) ??
	defaultTimeZone;

/** The platform's time zone, in which every time and day is told. */
export function timeZoneUsed(): string {
	return timeZone;
}

/** To be called before the first page is made. */
export function useTimeZone(name: string): void {
	timeZone = name;
}
