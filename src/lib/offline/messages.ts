/**
 * What pages and the service worker say to each other. The worker keeps pages by itself: those of courses as a visitor
 * sees them, a learner's own (an attempt's screens all at once, when the first is opened) only where the device is not
 * shared. A page that it shows from the device carries on `<html>` `data-kept`, and in `data-reader` the learner who was
 * last seen here, since a kept page of a course is nobody's.
 */
import type { Locale, TextSize, Theme } from '#schemas/names.ts';

/** How this reader's pages look. */
export interface Look {
	locale: Locale;
	theme: Theme;
	size: TextSize;
}

/** Who wants to be signed out, as soon as there is a network. */
export interface Leaving {
	learner: string;
	/** Of the form that was pressed. */
	address: string;
}

/** A course in one language. */
export interface CourseHere {
	course: string;
	locale: Locale;
}

export type ToWorker =
	/** A page has been loaded, at rest now. `path`: with its query; `isSeen`: it came through the worker. */
	| { kind: 'loaded'; path: string; isSeen: boolean }
	| { kind: 'look'; look: Look }
	| { kind: 'leaving'; leaving: Leaving | null }
	/** Fetch all of it, and go on whenever there is a network until it is there. `sound`: recordings too. */
	| ({ kind: 'keep'; sound: boolean } & CourseHere)
	/** Stop there; what has come stays. */
	| ({ kind: 'stop' } & CourseHere)
	| ({ kind: 'remove' } & CourseHere);

/** Something of a course has come, gone, or stopped coming: whoever shows it looks anew. */
export type FromWorker = { kind: 'changed' } & CourseHere;

/** Why no more of a course comes just now. */
export type Hindrance = 'offline' | 'full';

/** Tags of Background Sync. */
export const syncOutbox = 'outbox';
export const syncCourses = 'courses';
