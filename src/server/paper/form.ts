/** A form as it is printed. */
import { may } from '#domain/access.ts';
import { leftOutOfPaper, readPaperNumber } from '#domain/paper.ts';
import type { Locale } from '#schemas/common.ts';
import type { LeftOutQuestion } from '#schemas/paper.ts';
import type { Option, Question } from '#schemas/question.ts';
import type { Principal } from '../app-types.ts';
import { keyedQuestions, quizNamed, type CourseQuiz, type KeyedQuestion } from '../attempts/quiz.ts';
import type { PrintedOrder } from '../db/tables/paper.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalForm, type PaperFormRow } from './store.ts';

export type PaperDeps = Pick<Deps, 'catalog' | 'database' | 'now' | 'newSeed'>;

/** A form, and what is asked on it. */
export interface WholeForm {
	row: PaperFormRow;
	quiz: CourseQuiz;
	/** In the order of the form, options as printed. */
	asked: KeyedQuestion[];
}

/** A form of a course that this person may print. */
export async function findForm(
	deps: PaperDeps,
	{ grants }: Principal,
	typed: string,
): Promise<WholeForm | Failure> {
	const number = readPaperNumber(typed);
	const row = number === null ? null : await selectOptionalForm(deps.database.db, number);
	if (!row) return fail('paper-unknown');
	const isAllowed = may(grants, 'paper.keep', { course: row.courseId }, deps.now().getTime());
	return isAllowed ? wholeForm(deps, row) : fail('not-allowed');
}

/** @throws where its version is not there any more, which is kept for ever. */
export async function wholeForm({ catalog }: PaperDeps, row: PaperFormRow): Promise<WholeForm> {
	const course = await catalog.version(row.courseId, row.version);
	const quiz = course && quizNamed(course, row.quizId);
	if (!quiz)
		throw new Error(`Version ${row.version} of ${row.courseId}, which form ${row.number} is of, is missing.`);
	const keyed = await keyedQuestions(catalog, quiz, row.locale);
	const asked = row.questions.map((id) => {
		const one = keyed.get(id)!;
		return { ...one, question: inPrintedOrder(one.question, row.order[id] ?? {}) };
	});
	return { row, quiz, asked };
}

/** What is chosen from, in which order. */
export function printedOrder({ options, targets, blanks }: Question): PrintedOrder {
	const idsOf = (of: readonly Option[]) => of.map(({ id }) => id);
	return {
		...(options && { options: idsOf(options) }),
		...(targets && { targets: idsOf(targets) }),
		...(blanks && {
			blanks: Object.fromEntries(blanks.map((blank) => [blank.id, idsOf(blank.options ?? [])])),
		}),
	};
}

function inPrintedOrder(question: Question, order: PrintedOrder): Question {
	const sorted = (of: readonly Option[], ids: readonly string[] = []) =>
		[...of].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
	const { options, targets, blanks } = question;
	return {
		...question,
		...(options && { options: sorted(options, order.options) }),
		...(targets && { targets: sorted(targets, order.targets) }),
		...(blanks && {
			blanks: blanks.map((blank) => ({
				...blank,
				...(blank.options && { options: sorted(blank.options, order.blanks?.[blank.id]) }),
			})),
		}),
	} as Question;
}

/** Questions of a quiz that stand in no form, with the reason; those that are asked no more are not told of. */
export async function leftOutOf(
	{ catalog }: Pick<Deps, 'catalog'>,
	quiz: CourseQuiz,
	locale: Locale,
): Promise<LeftOutQuestion[]> {
	const keyed = await keyedQuestions(catalog, quiz, locale);
	return [...keyed.values()].flatMap(({ question }) => {
		const why = leftOutOfPaper(question);
		const isRetired = quiz.course.manifest.questions[question.id]?.status === 'retired';
		return why === null || isRetired ? [] : [{ question: question.id, title: question.title, why }];
	});
}
