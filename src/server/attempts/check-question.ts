import { currentId } from '#domain/renames.ts';
import { askedOf } from '#domain/questions/asked.ts';
import { verdict } from '#domain/questions/grade.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Feedback, Key, Question, Verdict } from '#schemas/question.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { textIn } from '../courses/describe.ts';
import { selectQuestions } from '../courses/lesson.ts';
import { fail, type Failure } from '../failure.ts';
import type { KeptAnswer } from './answers.ts';

/** A practice question of one version in one language, with what decides its verdict. */
export interface CheckQuestion {
	course: CourseVersion;
	locale: Locale;
	question: Question;
	keyHash: string;
	key: Key;
	feedback: Feedback;
}

/** A question that is counted now tells no key, though it was for practice in the version asked for. */
export async function selectCheck(
	catalog: Catalog,
	asked: { course: string; version?: string; question: string },
	locale: Locale,
): Promise<CheckQuestion | Failure> {
	const active = await catalog.version(asked.course);
	if (!active) return fail('course-unknown');
	const course = await catalog.version(asked.course, asked.version);
	if (!course) return fail('version-unknown');
	const present = currentId(asked.question, active.manifest.formerly, active.manifest.questions);
	if (!isPractice(course, asked.question)) return fail('question-unknown');
	if (present !== null && !isPractice(active, present)) return fail('question-unknown');
	return loadCheck(catalog, course, asked.question, locale);
}

function isPractice({ manifest }: CourseVersion, question: string): boolean {
	const entry = Object.hasOwn(manifest.questions, question) ? manifest.questions[question] : undefined;
	return entry !== undefined && manifest.quizzes[entry.quiz]?.kind === 'practice';
}

export async function loadCheck(
	catalog: Catalog,
	course: CourseVersion,
	id: string,
	locale: Locale,
): Promise<CheckQuestion> {
	const { manifest } = course;
	const entry = manifest.questions[id] as QuestionEntry;
	const told = textIn(entry.locales, locale, manifest.sourceLocale).feedback;
	const [questions, key, feedback] = await Promise.all([
		selectQuestions(catalog, manifest, [id], locale),
		catalog.part<Key>(entry.key),
		catalog.part<Feedback>(told),
	]);
	return { course, locale, question: questions[0]!, keyHash: entry.key, key, feedback };
}

/** Right or wrong, and everything that the author says to it. */
export function judge({ question, key, feedback, locale }: CheckQuestion, { answer }: KeptAnswer): Verdict {
	return verdict({ question: askedOf(question), key, feedback, answer, locale, show: 'all' });
}
