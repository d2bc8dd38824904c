/** What of a course is on this device. */
import { listingIn, pagesOf } from './listing.ts';
import { recallNote, shownFrom } from './memory.ts';
import type { CourseFiles } from '#schemas/course-files.ts';
import type { CourseHere, Hindrance } from './messages.ts';
import { courseSet } from './routes.ts';

export interface OnDevice {
	/** Null: nothing of it is there. */
	listing: CourseFiles | null;
	/** Addresses of its pages that are there. */
	pages: Set<string>;
	/** How many of its lessons. */
	lessons: number;
	/** What can be heard of it was asked for, too. */
	isWithSound: boolean;
	state: State;
}

/** `some`: what was opened; `fetching`: all of it was asked for; `waiting`: and the network fails; `whole`: it is there. */
export type State = 'none' | 'some' | 'fetching' | 'waiting' | 'full' | 'whole';

export function stateOf(
	note: { isWanted?: boolean; isWhole?: boolean; hindrance?: Hindrance | undefined } | null,
	lessons: number,
): State {
	if (note?.hindrance === 'full') return 'full';
	if (note?.isWanted && note.isWhole) return 'whole';
	if (note?.isWanted) return note.hindrance ? 'waiting' : 'fetching';
	return lessons > 0 ? 'some' : 'none';
}

export async function onDevice(here: CourseHere): Promise<OnDevice> {
	const set = courseSet(here.course, here.locale);
	const note = await recallNote(set);
	const cache = await shownFrom(set);
	const listing = cache && (await listingIn(cache, here));
	const keys = cache ? (await cache.keys()).map(({ url }) => new URL(url).pathname) : [];
	const all = listing ? pagesOf(listing, here) : [];
	const pages = new Set(all.filter((page) => keys.includes(page)));
	const lessons = [...pages].filter((page) => page.includes('/lessons/')).length;
	const isWithSound = note?.isWithSound ?? false;
	return { listing, pages, lessons, isWithSound, state: stateOf(note, lessons) };
}
