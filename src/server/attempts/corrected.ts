/** A question as it was corrected, in the version by which answers to it are graded again. */
import type { Locale } from '#schemas/common.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { keyedQuestions, quizNamed, type CourseQuiz, type KeyedQuestion } from './quiz.ts';

/** The quiz whose pool it is in; null: it is in none (practice in a lesson, or gone). */
export function quizAsking(course: CourseVersion, question: string): CourseQuiz | null {
	const [id] =
		Object.entries(course.manifest.quizzes).find(([, quiz]) => quiz.questions.includes(question)) ?? [];
	return id === undefined ? null : quizNamed(course, id);
}

/** @throws where the version is gone, which it never is. */
export async function correctedIn(
	catalog: Catalog,
	{ courseId, version, questionId }: { courseId: string; version: string; questionId: string },
	locale: Locale,
): Promise<KeyedQuestion> {
	const course = await catalog.version(courseId, version);
	const quiz = course && quizAsking(course, questionId);
	const keyed = quiz && (await keyedQuestions(catalog, quiz, locale)).get(questionId);
	if (!keyed) throw new Error(`Version ${version} of ${courseId} has no question ${questionId}.`);
	return keyed;
}
