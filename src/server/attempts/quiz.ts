import { currentId } from '#domain/renames.ts';
import type { QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import type { Question } from '#schemas/question.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { selectQuestions } from '../courses/lesson.ts';
import type { AttemptRow, ResultRow } from './store.ts';

export interface CourseQuiz {
	course: CourseVersion;
	id: string;
	quiz: QuizEntry;
}

/** The quiz as the attempt asks it: of the version it was started on, for ever. */
export async function quizOf(
	catalog: Catalog,
	row: Pick<ResultRow, 'courseId' | 'version' | 'quizId' | 'id'>,
): Promise<CourseQuiz> {
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

export function entryOf({ course }: CourseQuiz, question: string): QuestionEntry {
	return course.manifest.questions[question] as QuestionEntry;
}

/** The questions that an attempt drew. */
export function selectAsked(
	{ catalog }: { catalog: Catalog },
	{ course }: CourseQuiz,
	row: AttemptRow,
): Promise<Question[]> {
	return selectQuestions(catalog, course.manifest, row.questions, row.locale);
}
