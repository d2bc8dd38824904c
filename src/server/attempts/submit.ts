import type { Static } from 'typebox';
import { mayAnswer } from '#domain/question-order.ts';
import { isLate } from '#domain/deadline.ts';
import { messagesFor } from '#messages/index.ts';
import type { Submission, SubmissionRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { contextOf } from '../learning/context.ts';
import { isSameAnswer, keptAnswer, type KeptAnswer } from './answers.ts';
import { closeAttempt, settleLate } from './close.ts';
import type { WorkDeps } from './deps.ts';
import { describeSubmission } from './describe.ts';
import { quizOf, selectAsked, type KeyedQuestion } from './quiz.ts';
import { unsentFile } from './sent-file.ts';
import { selectOptionalWork, type Work } from './work-store.ts';

type Request = Static<typeof SubmissionRequest>;
interface ToSubmit {
	id: string;
	request: Request;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Submits an attempt once; asked again, it tells the same submission. */
export async function submitAttempt(
	deps: WorkDeps,
	who: Principal,
	asked: ToSubmit,
	now: Date,
): Promise<Submission | Failure> {
	const { learner } = who;
	const found =
		reliable(deps, learner, asked.id, now) ?? (await selectOptionalWork(deps.database, learner, asked.id));
	if (!found) return fail('attempt-unknown');
	const work = found.row.submittedAt ? found : await submitOpen(deps, who, found, asked, now);
	deps.open.forget(learner, asked.id);
	if (!work) return fail('attempt-unknown');
	return isFailure(work) ? work : describeSubmission(deps, work, now);
}

/**
 * The attempt as this process knows it, where closing finds out whether it is still so. Not where its time is up, since
 * it may have been closed for that, nor where the course is complete: how a certificate stands is not compared then.
 */
function reliable({ open }: WorkDeps, learner: string, id: string, now: Date): Work | null {
	const known = open.get(learner, id);
	if (!known || isLate(known.row.deadline, now)) return null;
	return known.standing.completions.length === 0 ? known : null;
}

/**
 * Once the time is up, answers that come along cannot be taken any more: what was saved is submitted, and the failure
 * says so.
 */
async function submitOpen(
	deps: WorkDeps,
	who: Principal,
	work: Work,
	{ request, locale }: ToSubmit,
	now: Date,
): Promise<Work | Failure | null> {
	const { row } = work;
	const given = request.answers ?? {};
	if (isLate(row.deadline, now)) {
		const settled = await settleLate(deps, work, now);
		return Object.keys(given).length === 0 ? settled : fail('attempt-late');
	}
	const questions = await selectAsked(deps, await quizOf(deps.catalog, row), row);
	const answers = readAnswers(questions, given, { answer: row.locale, api: locale });
	if (isFailure(answers)) return answers;
	for (const [question, kept] of Object.entries(answers)) {
		const path = `/answers/${question}`;
		const unsent = await unsentFile(deps.database, { row, question, kept, locale, path });
		if (unsent) return unsent;
	}
	const passed = passedIn(work, answers, locale);
	if (passed) return passed;
	const context = contextOf(who, row.locale, request.context, row);
	return closeAttempt(deps, work, { submittedAt: now, now, final: { answers, context } });
}

/** All answers, or a failure that names every one that cannot be taken. */
function readAnswers(
	questions: KeyedQuestion[],
	given: NonNullable<Request['answers']>,
	locales: { answer: Locale; api: Locale },
): Record<string, KeptAnswer> | Failure {
	const read: Record<string, KeptAnswer> = {};
	const errors: NonNullable<Failure['errors']> = [];
	for (const [id, answer] of Object.entries(given)) {
		const path = `/answers/${id}`;
		const question = questions.find((each) => each.question.id === id)?.question;
		const kept = question ? keptAnswer(question, answer, locales, path) : notAsked(path, locales.api);
		if (isFailure(kept)) errors.push(...(kept.errors ?? []));
		else read[id] = kept;
	}
	return errors.length > 0 ? fail('answer-unreadable', { errors }) : read;
}

/** Answers that would change what is left behind. */
function passedIn(
	{ row, responses }: Work,
	answers: Record<string, KeptAnswer>,
	locale: Locale,
): Failure | null {
	const saved = new Map(responses.map(({ questionId, answer }) => [questionId, answer]));
	const asked = { order: row.policy.order, questions: row.questions };
	const isChange = ([id, answer]: [string, KeptAnswer]) =>
		!mayAnswer(asked, id, [...saved.keys()]) && !isSameAnswer(saved.get(id)!, answer);
	const errors = Object.entries(answers)
		.filter(isChange)
		.map(([id]) => ({
			path: `/answers/${id}`,
			message: messagesFor(locale).api.failures['question-passed'].detail({}),
		}));
	return errors.length > 0 ? fail('question-passed', { errors }) : null;
}

function notAsked(path: string, locale: Locale): Failure {
	const message = messagesFor(locale).api.failures['question-unknown'].detail({});
	return fail('question-unknown', { errors: [{ path, message }] });
}
