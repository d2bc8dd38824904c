import type { Locale } from '#schemas/common.ts';
import type { CourseProgress } from '#schemas/progress.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { learnings, selectLearning, type Learning } from '../learning/facts-store.ts';
import { progressIn } from './describe.ts';

/** How far a learner is in one course, enrolled or not; in one that was withdrawn, only who has learned in it. */
export async function describeProgress(
	deps: Deps,
	learner: string,
	courseId: string,
	locale: Locale,
): Promise<CourseProgress | Failure> {
	const course = await deps.catalog.lastVersion(courseId);
	if (!course) return fail('course-unknown');
	const learning = await deps.database.together(learnings, { learner, course: courseId });
	if (course.withdrawn && learning.enrolments.length === 0 && learning.completions.length === 0)
		return fail('course-unknown');
	return progressIn(course, learning, locale, deps.now());
}

/** In every course that the learner enrolled in, the latest first. */
export async function describeAllProgress(
	deps: Deps,
	learner: string,
	locale: Locale,
): Promise<CourseProgress[]> {
	const all = await selectLearning(deps.database.query, learner);
	const shown: CourseProgress[] = [];
	for (const { courseId } of all.enrolments) {
		const course = await deps.catalog.lastVersion(courseId);
		if (course) shown.push(progressIn(course, learningOf(all, courseId), locale, deps.now()));
	}
	return shown;
}

/** The part of one course. */
export function learningOf(all: Learning, course: string): Learning {
	const here = <T extends { courseId: string }>(rows: T[]) => rows.filter((row) => row.courseId === course);
	const { lessons, checks, attempts, grants } = all.facts;
	return {
		facts: {
			lessons: here(lessons),
			checks: here(checks),
			attempts: here(attempts),
			grants: here(grants),
		},
		tries: here(all.tries),
		rightAtFirst: here(all.rightAtFirst),
		completions: here(all.completions),
		enrolments: here(all.enrolments),
	};
}
