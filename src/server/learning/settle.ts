import { earnedCycle, type Earned } from '#domain/cycles.ts';
import { lessonDoneByChecks } from '#domain/progress.ts';
import { currentId } from '#domain/renames.ts';
import { lockLearner } from '../accounts/store.ts';
import type { CourseVersion } from '../courses/catalog.ts';
import type { Sql } from '../db/connect.ts';
import { within } from '../db/query.ts';
import { selectStanding, type Standing } from './facts-store.ts';
import { insertCompletion, insertLessonDone } from './store.ts';

/**
 * Writes down that the learner has completed the course, if so and not written yet. What stands is never taken back.
 * Call it in the transaction of whatever may have completed the course, with when that happened. `course`: as it is
 * today, read before the transaction; what an older version asked for earns nothing any more. Returns how the learner
 * stood before.
 */
export async function settleCourse(
	tx: Sql,
	course: CourseVersion,
	learner: string,
	at: Date,
): Promise<Standing> {
	const courseId = course.manifest.course;
	// Queries of one transaction run in the order they are sent: the lock comes first, and costs no round trip.
	const [, standing] = await Promise.all([
		lockLearner(tx, learner),
		selectStanding(within(tx), learner, courseId),
	]);
	const earned = earnedIn(course, standing, at);
	if (earned)
		await insertCompletion(tx, { learnerId: learner, courseId, version: course.version, ...earned });
	return standing;
}

/** The cycle of the course that has been earned and is not written down yet. */
export function earnedIn(course: CourseVersion, standing: Standing, at: Date): Earned | null {
	const { manifest, timeZone } = course;
	return earnedCycle(manifest, standing.facts, standing.completions[0], { at, timeZone });
}

/**
 * Marks a lesson as done when all its checks have been answered, rightly or not, and then settles the course. `asked`
 * is the version that the learner saw the lesson on.
 */
export async function settleLesson(
	tx: Sql,
	{ asked, active }: { asked: CourseVersion; active: CourseVersion },
	learner: string,
	lessonId: string,
	at: Date,
): Promise<void> {
	const { course: courseId, lessons, questions, formerly } = asked.manifest;
	const lesson = lessons[lessonId];
	if (!lesson || lesson.checks.length === 0) return;
	const [, { facts }] = await Promise.all([
		lockLearner(tx, learner),
		selectStanding(within(tx), learner, courseId),
	]);
	const answered = facts.checks
		.map((check) => currentId(check.questionId, formerly, questions))
		.filter((id) => id !== null);
	if (!lessonDoneByChecks(lesson, new Set(answered))) return;
	await insertLessonDone(tx, {
		learnerId: learner,
		courseId,
		lessonId,
		version: asked.version,
		doneAt: at,
		by: 'checks',
	});
	await settleCourse(tx, active, learner, at);
}
