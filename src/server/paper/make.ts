import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may } from '#domain/access.ts';
import { dayOf } from '#domain/days.ts';
import { drawForm, drawQuestions } from '#domain/draw.ts';
import { paperNumberFrom } from '#domain/paper.ts';
import { formNames } from '#schemas/names.ts';
import type { PaperFormRequest } from '#schemas/paper.ts';
import { insertAudit } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { shuffled } from '../attempts/describe.ts';
import { keyedQuestions, quizNamed, type CourseQuiz } from '../attempts/quiz.ts';
import { fail, type Failure } from '../failure.ts';
import { leftOutOf, printedOrder, type PaperDeps } from './form.ts';
import { insertForms, selectTogether, type PaperFormRow } from './store.ts';

const rounds = 10;

/** Draws forms of a counted quiz, or finds those that were drawn under this id. Audited. */
export async function makeForms(
	deps: PaperDeps,
	{ actor, grants }: Principal,
	request: Static<typeof PaperFormRequest>,
): Promise<{ rows: PaperFormRow[]; fresh: boolean } | Failure> {
	const { catalog, database, now } = deps;
	const at = now();
	const { course, locale } = request;
	const together = request.id?.toLowerCase() ?? uuidv7();
	if (!may(grants, 'paper.keep', { course }, at.getTime())) return fail('not-allowed');
	const known = await selectTogether(database.db, together);
	if (known.length > 0) return known[0]!.madeBy === actor ? { rows: known, fresh: false } : fail('id-in-use');
	const version = await catalog.version(course);
	if (!version) return fail('course-unknown', { path: '/course' });
	const quiz = quizNamed(version, request.quiz);
	if (!quiz || quiz.quiz.kind === 'practice') return fail('quiz-unknown', { path: '/quiz' });
	for (let round = 0; round < rounds; round += 1) {
		const drawn = await drawAll(deps, quiz, request);
		if (drawn[0]!.questions.length === 0) return fail('paper-empty');
		const rows = drawn.map((one) => ({ ...one, together, locale, madeBy: actor, madeAt: at }));
		const isMade = await database.db
			.transaction(async (tx) => {
				if (!(await insertForms(tx, rows))) return tx.rollback();
				const subject = `${course}/${quiz.id}`;
				await insertAudit(tx, { learnerId: actor, id: uuidv7(), at, actor, action: 'paper.make', subject });
				return true;
			})
			.catch((error: unknown) => {
				if (error instanceof Error && error.message === 'Rollback') return false;
				throw error;
			});
		if (isMade) return { rows: await selectTogether(database.db, together), fresh: true };
	}
	throw new Error('No free number was found.');
}

type Drawn = Omit<PaperFormRow, 'together' | 'locale' | 'madeBy' | 'madeAt'>;

/** Of parallel forms they take turns. Questions that cannot be on paper are left out before anything is drawn. */
async function drawAll(
	deps: PaperDeps,
	quiz: CourseQuiz,
	{ locale, count = 1 }: Static<typeof PaperFormRequest>,
): Promise<Drawn[]> {
	const { manifest, version, timeZone } = quiz.course;
	const today = dayOf(deps.now().toISOString(), timeZone);
	const out = new Set((await leftOutOf(deps, quiz, locale)).map(({ question }) => question));
	const keyed = await keyedQuestions(deps.catalog, quiz, locale);
	const possible = { ...quiz.quiz, questions: quiz.quiz.questions.filter((id) => !out.has(id)) };
	return Array.from({ length: count }, (_, at) => {
		const seed = deps.newSeed();
		const form = possible.forms === undefined ? null : formNames[at % possible.forms]!;
		const { forms = 1 } = possible;
		const questions = form
			? drawForm({ ...possible, forms }, manifest.questions, { form, seed })
			: drawQuestions(possible, manifest.questions, seed, today);
		const printed = questions.map((id) => {
			const { question } = keyed.get(id)!;
			return [id, printedOrder(possible.shuffle ? shuffled(question, seed) : question)] as const;
		});
		return {
			number: paperNumberFrom(randomBytes(4)),
			courseId: manifest.course,
			version,
			quizId: quiz.id,
			form,
			seed,
			questions,
			order: Object.fromEntries(printed),
		};
	});
}
