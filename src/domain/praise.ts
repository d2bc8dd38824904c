/** The word of praise after a lesson: it says something that is so, and never by chance. */
import type { Praise } from '#schemas/names.ts';
import { millisOf, type Moment } from './time.ts';

/** What is known of a lesson that somebody has done. */
export interface DoneLesson {
	id: string;
	/** When each lesson of the course was done that is; this one among them. */
	done: { id: string; at: Moment }[];
	/** How many lessons the course has. */
	of: number;
	/** It has questions, and each was answered rightly the first time. */
	allRight: boolean;
	/** It has tasks to try out, and each is ticked. */
	allTried: boolean;
	/** Every lesson of its part is done. */
	partDone: boolean;
}

const day = 24 * 60 * 60 * 1000;
/** Who has not learned for so long has come back. */
const away = 3 * day;
/** In a shorter course half of the way is no mark. */
const fewest = 4;
/** Between one evening and the next day. */
const aNight = 8 * 60 * 60 * 1000;

/** The first that is so, the rarest before the others. What was done at the same moment counts in the order given. */
export function praiseFor({ id, done, of, allRight, allTried, partDone }: DoneLesson): Praise {
	const inOrder = [...done].sort((a, b) => millisOf(a.at) - millisOf(b.at));
	const place = inOrder.findIndex((lesson) => lesson.id === id);
	const [before, this_] = [inOrder[place - 1], inOrder[place]];
	const n = place + 1;
	const pause = before && this_ ? millisOf(this_.at) - millisOf(before.at) : 0;
	if (n === 1) return 'first';
	if (n === of) return 'last';
	if (pause >= away) return 'back';
	if (partDone) return 'part';
	if (of >= fewest && n * 2 >= of && (n - 1) * 2 < of) return 'half';
	if (of >= fewest && n === of - 1) return 'nearly';
	if (allRight && allTried) return 'both';
	// Who does well each time hears other words each time.
	if (allRight) return n % 2 === 0 ? 'checked' : 'sure';
	if (allTried) return 'tried';
	if (n === 2) return 'second';
	if (pause >= aNight) return 'steady';
	return (['plain', 'step', 'kept'] as const)[n % 3]!;
}
