/** Questions by the keys that answers to them were graded by, whichever version of the course they stand in. */
import { plainText } from '#domain/text.ts';
import { rightIn, rowEnd } from '#domain/analysis/chosen.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import type { Locale } from '#schemas/common.ts';
import type { Question } from '#schemas/question.ts';
import { entryOf, keyedQuestions, quizNamed, type CourseQuiz } from '../attempts/quiz.ts';
import type { Catalog } from '../courses/catalog.ts';

export interface RevisedQuestion {
	question: Question;
	right: readonly string[] | null;
	entry: QuestionEntry;
	isCurrent: boolean;
}

/** By `revisionId`; of a key in several versions the newest given. */
export type Revisions = ReadonlyMap<string, RevisedQuestion>;

export const revisionId = (question: string, key: string) => `${question}|${key}`;

/** What a question is called now. */
export function nameNow({ course: { manifest } }: CourseQuiz, question: string): string {
	return currentId(question, manifest.formerly, manifest.questions) ?? question;
}

/** All names that the quiz has had. */
export function quizNames({ course: { manifest }, id }: CourseQuiz) {
	return { course: manifest.course, quizzes: namesOf(id, manifest.formerly, manifest.quizzes) };
}

/** Of the quiz as it is now, and as it was in those versions. */
export async function revisionsIn(
	catalog: Catalog,
	now: CourseQuiz,
	versions: readonly string[],
	locale: Locale,
): Promise<Revisions> {
	const { course, quizzes } = quizNames(now);
	const older = await Promise.all(
		versions
			.filter((version) => version !== now.course.version)
			.map(async (version) => {
				const found = await catalog.version(course, version);
				return quizzes.map((name) => found && quizNamed(found, name)).find((one) => one !== null) ?? null;
			}),
	);
	const found = new Map<string, RevisedQuestion>();
	for (const quiz of [now, ...older.filter((one) => one !== null)])
		for (const [id, { question, key, keyHash }] of await keyedQuestions(catalog, quiz, locale)) {
			const name = revisionId(nameNow(now, id), keyHash);
			const right = question.survey ? [] : rightIn(key);
			if (!found.has(name))
				found.set(name, { question, right, entry: entryOf(quiz, id), isCurrent: quiz === now });
		}
	return found;
}

/** What an option says; null: it is not there, or the words are the reader's own. */
export function optionText({ question }: RevisedQuestion, option: string): string | null {
	const named = (all: Question['options'], wanted: string | undefined) => {
		const found = all?.find(({ id }) => id === wanted);
		return found ? plainText(found.content).replace(/\n/g, ' ') : null;
	};
	if (!question.survey || question.kind !== 'matrix') return named(question.options, option);
	const [row, column] = option.split(rowEnd);
	return `${named(question.options, row) ?? row}: ${named(question.targets, column) ?? column}`;
}
