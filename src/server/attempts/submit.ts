import type { Static } from 'typebox';
import { messagesFor } from '#messages/index.ts';
import type { Submission, SubmissionRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Question } from '#schemas/question.ts';
import type { Principal } from '../app-types.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { keptAnswer, type KeptAnswer } from './answers.ts';
import { closeAttempt, settleLate, type SubmittedRow } from './close.ts';
import { contextOf } from './context.ts';
import type { AttemptDeps } from './deps.ts';
import { describeSubmission, selectAsked } from './describe.ts';
import { isAttemptLate, quizOf } from './quiz.ts';
import { selectOptionalAttempt, type AttemptRow } from './store.ts';

type Request = Static<typeof SubmissionRequest>;
interface Asked {
	id: string;
	request: Request;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Submits an attempt once; asked again, it tells the same submission. */
export async function submitAttempt(
	deps: AttemptDeps,
	who: Principal,
	asked: Asked,
	now: Date,
): Promise<Submission | Failure> {
	const found = await selectOptionalAttempt(deps.db, who.learner, asked.id);
	if (!found) return fail('attempt-unknown');
	const row = isSubmitted(found) ? found : await submitOpen(deps, who, found, asked, now);
	return isFailure(row) ? row : describeSubmission(deps, row, now);
}

function isSubmitted(row: AttemptRow): row is SubmittedRow {
	return row.submittedAt !== null;
}

/**
 * Once the time is up, answers that come along cannot be taken any more: what was saved is submitted, and the failure
 * says so.
 */
async function submitOpen(
	deps: AttemptDeps,
	who: Principal,
	row: AttemptRow,
	{ request, locale }: Asked,
	now: Date,
): Promise<SubmittedRow | Failure> {
	const given = request.answers ?? {};
	if (isAttemptLate(row, now)) {
		const settled = await settleLate(deps, row, now);
		return isSubmitted(settled) && Object.keys(given).length === 0 ? settled : fail('attempt-late');
	}
	const questions = await selectAsked(deps, await quizOf(deps.catalog, row), row);
	const answers = readAnswers(questions, given, { answer: row.locale, api: locale });
	if (isFailure(answers)) return answers;
	const context = contextOf(who, row.locale, request.context, row);
	return closeAttempt(deps, row, { submittedAt: now, now, final: { answers, context } });
}

/** All answers, or a failure that names every one that cannot be taken. */
function readAnswers(
	questions: Question[],
	given: NonNullable<Request['answers']>,
	locales: { answer: Locale; api: Locale },
): Record<string, KeptAnswer> | Failure {
	const read: Record<string, KeptAnswer> = {};
	const errors: NonNullable<Failure['errors']> = [];
	for (const [id, answer] of Object.entries(given)) {
		const path = `/answers/${id}`;
		const question = questions.find((each) => each.id === id);
		const kept = question ? keptAnswer(question, answer, locales, path) : notAsked(path, locales.api);
		if (isFailure(kept)) errors.push(...(kept.errors ?? []));
		else read[id] = kept;
	}
	return errors.length > 0 ? fail('answer-unreadable', { errors }) : read;
}

function notAsked(path: string, locale: Locale): Failure {
	const message = messagesFor(locale).api.failures['question-unknown'].detail({});
	return fail('question-unknown', { errors: [{ path, message }] });
}
