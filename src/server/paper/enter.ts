import { v7 as uuidv7 } from 'uuid';
import type { Static } from 'typebox';
import { may } from '#domain/access.ts';
import { quizAllowance } from '#domain/quiz-allowance.ts';
import { policyOf } from '#domain/quiz-policy.ts';
import { currentId, namesOf } from '#domain/renames.ts';
import type { Locale } from '#schemas/common.ts';
import type { PaperResult, PaperResultRequest } from '#schemas/paper.ts';
import { insertAudit } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { KeptAnswer } from '../attempts/answers.ts';
import { closeAttempt } from '../attempts/close.ts';
import { firstExposures } from '../attempts/start.ts';
import { insertAttempt, type AttemptRow } from '../attempts/store.ts';
import { selectOptionalWork } from '../attempts/work-store.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { selectStanding, type Standing } from '../learning/facts-store.ts';
import { describeResults } from './describe.ts';
import type { PaperDeps, WholeForm } from './form.ts';
import { selectEntered } from './store.ts';
import { readTyped } from './typed.ts';
import { sitterOf, type Sitter } from './who.ts';

type Request = Static<typeof PaperResultRequest>;

/**
 * Enters what somebody answered on a form as an attempt with channel `paper`, graded like any other; or finds what was
 * entered under this id before. It counts as supervised where whoever enters it says so and may supervise. Nothing that
 * a calendar or a wait says keeps it away, since it was taken before; the number of attempts does. Audited.
 */
export async function enterResult(
	deps: PaperDeps,
	who: Principal,
	form: WholeForm,
	request: Request,
	locale: Locale,
): Promise<{ result: PaperResult; fresh: boolean } | Failure> {
	const { database, now } = deps;
	const { row } = form;
	const id = request.id.toLowerCase();
	const answers = readTyped(form, request.answers, locale);
	if (isFailure(answers)) return answers;
	const [known] = await selectEntered(database.db, row.number, id);
	if (known?.enteredAt) return { result: await resultOf(deps, form, id), fresh: false };
	const mayVouch = may(who.grants, 'room.open', { course: row.courseId }, now().getTime());
	if (request.supervised && !mayVouch) return fail('not-allowed');
	const { username, label } = request;
	const sitter = await sitterOf(deps, who, {
		id,
		course: row.courseId,
		locale: row.locale,
		...(username !== undefined && { username }),
		...(label !== undefined && { label }),
	});
	if (isFailure(sitter)) return sitter;
	const begun = await begin(deps, form, sitter, { id, supervised: request.supervised });
	if (begun) return begun;
	await handIn(deps, form, sitter, id, answers);
	const subject = `${row.number}/${id}`;
	await insertAudit(database.db, {
		learnerId: sitter.learner,
		id: uuidv7(),
		at: now(),
		actor: who.actor,
		action: 'paper.enter',
		subject,
	});
	return { result: await resultOf(deps, form, id), fresh: true };
}

/** Writes the attempt down; a failure where it cannot be, null where it is there. */
async function begin(
	deps: PaperDeps,
	form: WholeForm,
	sitter: Sitter,
	entering: { id: string; supervised: boolean },
): Promise<Failure | null> {
	const { database, catalog, now } = deps;
	const { row, quiz } = form;
	const standing = await selectStanding(database.query, sitter.learner, row.courseId);
	const { attempts } = standing.facts;
	if (attempts.some(({ id }) => id === entering.id)) return null;
	const entered = await selectEntered(database.db, row.number);
	if (entered.some(({ learner }) => learner === sitter.learner)) return fail('paper-entered');
	const current = (await catalog.version(row.courseId)) ?? quiz.course;
	const { manifest, timeZone } = current;
	const quizNow = currentId(row.quizId, manifest.formerly, manifest.quizzes);
	const names = quizNow === null ? [row.quizId] : namesOf(quizNow, manifest.formerly, manifest.quizzes);
	const made = attempts.filter(({ quizId }) => names.includes(quizId));
	if (made.some(({ submittedAt }) => submittedAt === null)) return fail('attempt-open');
	const allowance = quizNow && quizAllowance(manifest, quizNow, standing, { now: now(), timeZone });
	if (allowance && allowance.refusal === 'used-up')
		return fail('attempts-used-up', { values: { allowed: quiz.quiz.attempts ?? 0 } });
	const number = Math.max(0, ...made.map((one) => one.number)) + 1;
	const isMade = await insertAttempt(
		database,
		attemptOf(deps, form, sitter, { ...entering, number, standing }),
	);
	return isMade ? null : fail('paper-entered');
}

function attemptOf(
	{ now }: PaperDeps,
	{ row, quiz }: WholeForm,
	{ learner, targetGroup, place }: Sitter,
	{
		id,
		supervised,
		number,
		standing,
	}: { id: string; supervised: boolean; number: number; standing: Standing },
): AttemptRow {
	return {
		learnerId: learner,
		id,
		courseId: row.courseId,
		quizId: row.quizId,
		version: row.version,
		number,
		seed: row.seed,
		form: row.form,
		paperForm: row.number,
		questions: row.questions,
		firstExposures: firstExposures(quiz.course.manifest, row.questions, standing.facts),
		pass: quiz.quiz.pass,
		policy: policyOf(quiz.quiz),
		startedAt: now(),
		deadline: null,
		submittedAt: null,
		score: null,
		maxScore: null,
		passed: null,
		waiting: 0,
		uncounted: null,
		roomId: null,
		supervised,
		locale: row.locale,
		targetGroup,
		place,
		assistedBy: null,
		channel: 'paper',
		deviceTime: null,
	};
}

async function handIn(
	deps: PaperDeps,
	{ row }: WholeForm,
	{ learner, targetGroup, place }: Sitter,
	id: string,
	answers: ReadonlyMap<string, KeptAnswer>,
): Promise<void> {
	const at = deps.now();
	const work = await selectOptionalWork(deps.database, learner, id);
	if (!work) throw new Error(`Attempt ${id}, which was just entered, is gone.`);
	const context = {
		locale: row.locale,
		targetGroup,
		place,
		assistedBy: null,
		channel: 'paper',
		deviceTime: null,
	};
	const final = { answers: Object.fromEntries(answers), context };
	await closeAttempt(deps, work, { submittedAt: at, now: at, final });
}

async function resultOf(deps: PaperDeps, form: WholeForm, id: string): Promise<PaperResult> {
	const rows = await selectEntered(deps.database.db, form.row.number, id);
	const [result] = await describeResults(deps, form, rows);
	if (!result) throw new Error(`Result ${id} of form ${form.row.number} is gone.`);
	return result;
}
