import type { Left } from '#domain/journey.ts';
import type { Messages } from '#messages/index.ts';

/** "2 bài và bài kiểm tra cuối khóa"; empty where nothing is left. */
export function leftWords(
	{ course }: Pick<Messages, 'course'>,
	{ lessons, quizzes, isExam }: Pick<Left, 'lessons' | 'quizzes'> & Partial<Left>,
): string {
	const ofLessons = lessons > 0 ? course.leftLessons({ n: lessons }) : '';
	const ofQuizzes = isExam ? course.leftExam : quizzes > 0 ? course.leftQuizzes({ n: quizzes }) : '';
	if (ofLessons && ofQuizzes) return course.leftAnd({ lessons: ofLessons, quizzes: ofQuizzes });
	return ofLessons || ofQuizzes;
}
