import { currentId } from '#domain/progress.ts';
import { deadlineOf, isLate } from '#domain/attempts.ts';
import type { QuizEntry } from '#schemas/catalog.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import type { AttemptRow } from './store.ts';

export interface CourseQuiz {
	course: CourseVersion;
	id: string;
	quiz: QuizEntry;
}

/** The quiz as the attempt asks it: of the version it was started on, for ever. */
export async function quizOf(catalog: Catalog, row: AttemptRow): Promise<CourseQuiz> {
	const course = await catalog.version(row.courseId, row.version);
	const quiz = course && quizNamed(course, row.quizId);
	if (!quiz)
		throw new Error(`Version ${row.version} of ${row.courseId}, which attempt ${row.id} is on, is missing.`);
	return quiz;
}

/** The quiz as the author has it now, under the name it has now; of the attempt's version where it is gone. */
export async function quizNow(catalog: Catalog, row: AttemptRow): Promise<CourseQuiz> {
	const course = await catalog.version(row.courseId);
	const id = course && currentId(row.quizId, course.manifest.formerly, course.manifest.quizzes);
	return (course && id && quizNamed(course, id)) || quizOf(catalog, row);
}

export function quizNamed(course: CourseVersion, id: string): CourseQuiz | null {
	const { quizzes } = course.manifest;
	const quiz = Object.hasOwn(quizzes, id) ? quizzes[id] : undefined;
	return quiz ? { course, id, quiz } : null;
}

/** All names that something has had, the present one among them. */
export function namesOf(
	id: string,
	formerly: Record<string, string>,
	known: Record<string, unknown>,
): string[] {
	const old = Object.keys(formerly).filter((name) => name !== id && currentId(name, formerly, known) === id);
	return [id, ...old];
}

/** What is sent in the last second may take this long to arrive over a bad network. */
const graceSeconds = 60;

export function isAttemptLate(row: Pick<AttemptRow, 'deadline'>, now: Date): boolean {
	return isLate(row.deadline?.getTime(), now.getTime(), graceSeconds);
}

export function deadlineFrom(startedAt: Date, minutes: number | null): Date | null {
	const deadline = deadlineOf(startedAt.getTime(), minutes);
	return deadline === null ? null : new Date(deadline);
}
