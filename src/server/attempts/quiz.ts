import { LRUCache } from 'lru-cache';
import { askedOf } from '#domain/questions/asked.ts';
import { currentId } from '#domain/renames.ts';
import type { QuestionEntry, QuizEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Feedback, Key, Question } from '#schemas/question.ts';
import type { Catalog, CourseVersion } from '../courses/catalog.ts';
import { textIn } from '../courses/describe.ts';
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
export async function quizNow(
	catalog: Catalog,
	row: Pick<ResultRow, 'courseId' | 'version' | 'quizId' | 'id'>,
): Promise<CourseQuiz> {
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

/** A question in one language, with what grades an answer to it and what the author says to one. */
export interface KeyedQuestion {
	question: Question;
	/** As far as reading and grading an answer goes. */
	asked: ReturnType<typeof askedOf>;
	keyHash: string;
	key: Key;
	feedback: Feedback;
}
type Keyed = ReadonlyMap<string, KeyedQuestion>;

/** At most so many questions are kept; their parts are mostly those that the catalog keeps itself. */
const mostQuestions = 5000;
const kept = new WeakMap<Catalog, LRUCache<string, Keyed>>();

function keptBy(catalog: Catalog): LRUCache<string, Keyed> {
	const known = kept.get(catalog);
	if (known) return known;
	const fresh = new LRUCache<string, Keyed>({
		maxSize: mostQuestions,
		sizeCalculation: (questions) => questions.size + 1,
	});
	kept.set(catalog, fresh);
	return fresh;
}

/** All questions of a quiz's pool by their ids. A version never changes: what was read of it is kept together. */
export async function keyedQuestions(
	catalog: Catalog,
	{ course, id, quiz }: CourseQuiz,
	locale: Locale,
): Promise<Keyed> {
	const { manifest, version } = course;
	const name = `${manifest.course}@${version}/${id}/${locale}`;
	const known = keptBy(catalog).get(name);
	if (known) return known;
	const entries = quiz.questions.map((question) => manifest.questions[question] as QuestionEntry);
	const [questions, keys, feedbacks] = await Promise.all([
		selectQuestions(catalog, manifest, quiz.questions, locale),
		catalog.parts<Key>(entries.map(({ key }) => key)),
		catalog.parts<Feedback>(
			entries.map(({ locales }) => textIn(locales, locale, manifest.sourceLocale).feedback),
		),
	]);
	const found = new Map(
		questions.map((question, index) => [
			question.id,
			{
				question,
				asked: askedOf(question),
				keyHash: entries[index]!.key,
				key: keys[index]!,
				feedback: feedbacks[index]!,
			},
		]),
	);
	keptBy(catalog).set(name, found);
	return found;
}

/** The questions that an attempt drew, in its order. */
export async function selectAsked(
	{ catalog }: { catalog: Catalog },
	quiz: CourseQuiz,
	row: AttemptRow,
): Promise<KeyedQuestion[]> {
	const keyed = await keyedQuestions(catalog, quiz, row.locale);
	return row.questions.map((id) => keyed.get(id)!);
}
