/** A course's files, for whoever takes questions or lessons out of them. */
import type { CompiledCourse } from '#schemas/catalog.ts';
import type { Finding } from '#schemas/finding.ts';
import { compileCourses, type SourceFolder } from '../compile.ts';
import { competencesOf } from '../competences.ts';
import { readDraft, type Draft } from '../draft.ts';
import { sortFiles } from '../layout.ts';
import { Problems } from '../problems.ts';
import { itemOf } from './from-quiz.ts';
import { Rejected } from './item.ts';
import type { Offered } from './export.ts';

interface ReadOptions {
	/** YYYY-MM-DD. */
	today: string;
	says: 'vi' | 'en';
}

interface ReadCourse {
	/** As its files say it. */
	draft: Draft;
	compiled: CompiledCourse;
}

/** The course, or the errors that `check` finds. `folder`: that of one course. */
export async function readCourseFiles(
	folder: SourceFolder,
	{ today, says }: ReadOptions,
): Promise<(ReadCourse & { errors: [] }) | { draft: null; errors: Finding[] }> {
	const { errors, courses } = await compileCourses(folder, { today, locale: says });
	const [compiled] = Object.values(courses);
	if (errors.length > 0 || !compiled) return { draft: null, errors };
	const problems = new Problems();
	const [course] = sortFiles(folder, problems).courses;
	if (!course) return { draft: null, errors: problems.findings(says).errors };
	const draft = await readDraft(course, { today, known: competencesOf([]), at: () => {} }, problems);
	return { draft, compiled, errors: [] };
}

/** The questions of the quizzes, or of one, in the language of the course. */
export function questionsOf({ source }: Draft, quiz: string | undefined): Offered[] {
	const quizzes = source.quizzes.filter(({ id }) => quiz === undefined || id === quiz);
	return quizzes.flatMap(({ questions, cases }) =>
		questions.flatMap((question): Offered[] => {
			if (question.kind === 'none' || question.kind === 'refused') return [];
			try {
				const about = cases.find(({ id }) => id !== null && id === question.item.case);
				return [itemOf(question, question.kind, about)];
			} catch (error) {
				if (!(error instanceof Rejected)) throw error;
				return [{ name: question.title, rejected: error }];
			}
		}),
	);
}
