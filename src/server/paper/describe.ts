import { coursesFor } from '#domain/access.ts';
import { writePaperAnswer } from '#domain/paper.ts';
import type { Locale } from '#schemas/common.ts';
import type { PaperForm, PaperForms, PaperFormWhole, PaperResult } from '#schemas/paper.ts';
import type { Principal } from '../app-types.ts';
import type { KeyedQuestion } from '../attempts/quiz.ts';
import { textIn } from '../courses/describe.ts';
import { leftOutOf, wholeForm, type PaperDeps, type WholeForm } from './form.ts';
import {
	countEntered,
	selectAnswers,
	selectEntered,
	selectForms,
	type EnteredRow,
	type PaperFormRow,
} from './store.ts';

const mostForms = 200;

/** Forms that were drawn together, with what is in none of them. */
export async function describeMade(
	deps: PaperDeps,
	rows: readonly PaperFormRow[],
	locale: Locale,
): Promise<PaperForms> {
	const first = await wholeForm(deps, rows[0]!);
	return {
		forms: await describeAll(deps, rows, locale),
		leftOut: await leftOutOf(deps, first.quiz, rows[0]!.locale),
	};
}

export async function listForms(deps: PaperDeps, { grants }: Principal, locale: Locale): Promise<PaperForms> {
	const courses = coursesFor(grants, 'paper.keep', deps.now().getTime());
	return {
		forms: await describeAll(deps, await selectForms(deps.database.db, courses, mostForms), locale),
		leftOut: [],
	};
}

async function describeAll({ catalog, database }: PaperDeps, rows: readonly PaperFormRow[], locale: Locale) {
	const entered = await countEntered(
		database.db,
		rows.map(({ number }) => number),
	);
	return Promise.all(
		rows.map(async (row): Promise<PaperForm> => {
			const course = await catalog.version(row.courseId, row.version);
			const quiz = course?.manifest.quizzes[row.quizId];
			if (!course || !quiz) throw new Error(`The quiz of form ${row.number} is missing.`);
			const { title, locale: textLocale } = textIn(quiz.locales, locale, course.manifest.sourceLocale);
			return {
				number: row.number,
				course: row.courseId,
				version: row.version,
				quiz: row.quizId,
				title,
				textLocale,
				locale: row.locale,
				form: row.form,
				questions: row.questions.length,
				madeAt: row.madeAt.toISOString(),
				entered: entered.get(row.number) ?? 0,
				together: row.together,
			};
		}),
	);
}

/** A form with its questions, and what has been entered of it. */
export async function describeForm(
	deps: PaperDeps,
	form: WholeForm,
	locale: Locale,
): Promise<PaperFormWhole> {
	const [described] = await describeAll(deps, [form.row], locale);
	return {
		...described!,
		items: form.asked.map(({ question }, at) => {
			const { id, title, kind, options = [], targets, blanks } = question;
			const isByRow = targets !== undefined || kind === 'order';
			return {
				n: at + 1,
				question: id,
				title,
				kind,
				letters: kind === 'truefalse' ? 2 : (targets ?? options).length,
				places: isByRow ? options.length : (blanks?.length ?? 0),
			};
		}),
		leftOut: await leftOutOf(deps, form.quiz, form.row.locale),
		results: await describeResults(deps, form, await selectEntered(deps.database.db, form.row.number)),
	};
}

export async function describeResults(
	{ database }: PaperDeps,
	{ asked }: WholeForm,
	rows: readonly EnteredRow[],
): Promise<PaperResult[]> {
	const answers = await selectAnswers(
		database.db,
		rows.map(({ attempt }) => attempt),
	);
	const given = new Map(answers.map((one) => [`${one.attemptId}/${one.questionId}`, one.answer.answer]));
	const typed = ({ question }: KeyedQuestion, attempt: string) =>
		writePaperAnswer(question, given.get(`${attempt}/${question.id}`) ?? null);
	return rows.flatMap((row) => {
		if (row.enteredAt === null) return [];
		return [
			{
				attempt: row.attempt,
				name: row.name,
				username: row.username,
				enteredAt: row.enteredAt.toISOString(),
				supervised: row.supervised,
				score: row.score ?? 0,
				maxScore: row.maxScore ?? 0,
				passed: row.passed ?? false,
				answers: asked.map((one) => typed(one, row.attempt)),
			},
		];
	});
}
