import { pathTo } from '#schemas/address.ts';
import { practiceKeys } from '#schemas/paths.ts';

/** A lesson as a page shows it. */
interface LessonShown {
	course: string;
	lesson: string;
	version: string;
	locale: string;
}

/** Where the keys of a lesson's practice are asked for, and lie on a device that has the lesson (`data-keys`). */
export function keysAddress({ course, lesson, version, locale }: LessonShown): string {
	return `${pathTo(practiceKeys, course, lesson)}?locale=${locale}&version=${version}`;
}
