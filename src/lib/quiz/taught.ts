import type { Taught } from '#schemas/question.ts';

/** The place in a lesson where something is taught. `attempt`: its result is what the lesson leads back to. */
export function taughtPath(course: string, { lesson, heading }: Taught, attempt?: string): string {
	const from = attempt ? `?from=${attempt}` : '';
	return `/courses/${course}/lessons/${lesson}${from}${heading ? `#${heading.anchor}` : ''}`;
}
