import type { Place } from '../outbox/lesson.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Sender } from '../outbox/sender.ts';
import type { Reader } from './reader.ts';

/** What the marks of a lesson share. */
export interface LessonWork {
	outbox: Outbox;
	sender: Sender;
	reader: Reader;
	/** Whose things are theirs: ids. */
	learners: readonly string[];
	/** Where and when something is done now, by its reader. `title`: what it is, in words. */
	place(title: string): Place;
}
