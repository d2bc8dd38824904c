import type { Course } from '#schemas/course.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { NextStep } from '#schemas/views/step.ts';

/**
 * What the one main button of a course leads to: the first lesson or quiz, in order, that is not done yet; then the
 * certificate; then the beginning again. Null for a course without lessons.
 */
export function nextStep(course: Course, progress: CourseProgress | null): NextStep | null {
	const [first] = course.lessons;
	if (!first) return null;
	if (!progress) return { kind: 'start', id: first.id, n: 1 };
	const done = doneItems(progress);
	const left = course.outline.filter(
		({ kind, id }) => !done.has(`${kind}/${id}`) && isAsked(course, kind, id),
	);
	// What waits for a person is in nobody's way.
	const open = left.find(({ kind, id }) => kind === 'lesson' || !isAwaited(progress, id)) ?? left[0];
	if (open?.kind === 'quiz') return { kind: 'quiz', id: open.id };
	if (open) {
		const n = course.lessons.findIndex(({ id }) => id === open.id) + 1;
		return { kind: done.size === 0 ? 'start' : 'lesson', id: open.id, n };
	}
	// Also one that has expired or was revoked: its page says so, and what to do.
	if (progress.issued) return { kind: 'certificate', serial: progress.issued };
	return course.certificate ? { kind: 'ask-certificate' } : { kind: 'again', id: first.id, n: 1 };
}

/** What is done, as `lesson/id` and `quiz/id`. */
export function doneItems(progress: CourseProgress | null): Set<string> {
	const lessons = progress?.lessons.filter(({ doneAt }) => doneAt !== null) ?? [];
	const quizzes = progress?.quizzes.filter(({ passed }) => passed) ?? [];
	return new Set([...lessons.map(({ id }) => `lesson/${id}`), ...quizzes.map(({ id }) => `quiz/${id}`)]);
}

function isAwaited({ quizzes }: CourseProgress, id: string): boolean {
	return quizzes.some((quiz) => quiz.id === id && quiz.waiting > 0);
}

function isAsked(course: Course, kind: 'lesson' | 'quiz', id: string): boolean {
	if (kind === 'lesson') return true;
	return course.quizzes.find((quiz) => quiz.id === id)?.required ?? false;
}

/** Of a learner's courses, the one that was learned in last comes first. */
export function latestFirst(courses: readonly CourseProgress[]): CourseProgress[] {
	return [...courses].sort((a, b) => lastTouched(b).localeCompare(lastTouched(a)));
}

function lastTouched({ enrolledAt, lessons }: CourseProgress): string {
	return [enrolledAt, ...lessons.map(({ doneAt }) => doneAt)].reduce<string>(
		(last, at) => (at !== null && at > last ? at : last),
		'',
	);
}
