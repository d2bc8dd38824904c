import { downloadBytes } from '#domain/download.ts';
import type { Course } from '#schemas/course.ts';

/** What a course weighs, in bytes, wherever its page says so: all that fetching it takes, sound apart. */
export function weightOf({ lessons, outline }: Course): number {
	return downloadBytes(
		lessons.map(({ bytes }) => bytes),
		outline.filter(({ kind }) => kind === 'quiz').length,
	);
}
