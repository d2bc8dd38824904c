import type { Static } from 'typebox';
import { mayAnswer } from '#domain/question-order.ts';
import { isLate } from '#domain/deadline.ts';
import type { AnswerReceipt, AnswerRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { contextOf } from '../learning/context.ts';
import { isSameAnswer, keptAnswer, type KeptAnswer } from './answers.ts';
import type { WorkDeps } from './deps.ts';
import { keyedQuestions, quizOf } from './quiz.ts';
import { unsentFile } from './sent-file.ts';
import { selectAnswers, selectOptionalResponse, upsertResponse } from './response-store.ts';
import type { AttemptRow } from './store.ts';
import { selectOptionalWork } from './work-store.ts';

interface ToSave {
	id: string;
	question: string;
	request: Static<typeof AnswerRequest>;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Saves one answer. What this acknowledges is graded at submission, unless a higher revision comes. */
export async function saveAnswer(
	deps: WorkDeps,
	who: Principal,
	asked: ToSave,
	now: Date,
): Promise<AnswerReceipt | Failure> {
	const row = await selectRow(deps, who.learner, asked.id, now);
	if (!row) return fail('attempt-unknown');
	if (!row.questions.includes(asked.question)) return fail('question-unknown');
	if (isLate(row.deadline, now)) return fail(row.submittedAt ? 'attempt-submitted' : 'attempt-late');
	const answer = await readGiven(deps, row, asked);
	if (isFailure(answer)) return answer;
	const { hash, kept } = answer;
	if (row.policy.order && (await isPassed(deps, row, asked, kept))) return fail('question-passed');
	const { outcome, deadline } = await upsertResponse(deps.database, {
		learnerId: row.learnerId,
		attemptId: row.id,
		questionId: asked.question,
		keyHash: hash,
		answer: kept,
		revision: asked.request.revision,
		savedAt: now,
		firstExposure: row.firstExposures.includes(asked.question),
		...contextOf(who, row.locale, asked.request.context, row),
	});
	if (outcome === 'gone') return fail('attempt-unknown');
	if (outcome === 'submitted') return fail('attempt-submitted');
	const ends = deadline && { deadline: deadline.toISOString() };
	if (outcome === 'not-higher') {
		const instead = await savedInstead(deps, row, asked, kept);
		return isFailure(instead) ? instead : { ...instead, ...ends };
	}
	const { question: questionId, request } = asked;
	const response = { questionId, answer: kept, revision: request.revision, savedAt: now };
	deps.open.saved(row.learnerId, row.id, response);
	return {
		question: asked.question,
		revision: asked.request.revision,
		savedAt: now.toISOString(),
		accepted: true,
		...ends,
	};
}

/** Whether the question is left behind, and this is no repeat of what was saved to it. */
async function isPassed({ database }: WorkDeps, row: AttemptRow, asked: ToSave, kept: KeptAnswer) {
	const saved = await selectAnswers(database.query, row);
	const { order } = row.policy;
	if (mayAnswer({ order, questions: row.questions }, asked.question, [...saved.keys()])) return false;
	const own = saved.get(asked.question);
	return !own || !isSameAnswer(own, kept);
}

async function readGiven({ catalog, database }: WorkDeps, row: AttemptRow, asked: ToSave) {
	const quiz = await quizOf(catalog, row);
	const { question, keyHash } = (await keyedQuestions(catalog, quiz, row.locale)).get(asked.question)!;
	const locales = { answer: row.locale, api: asked.locale };
	const kept = keptAnswer(question, asked.request.answer, locales, '/answer');
	if (isFailure(kept)) return kept;
	const given = { row, question: asked.question, kept, locale: asked.locale, path: '/answer' };
	return (await unsentFile(database, given)) ?? { kept, hash: keyHash };
}

/**
 * What is read of it here never changes, but that somebody may have given more time; whether it is still open is asked
 * of the database when the answer is written.
 */
async function selectRow({ database, open }: WorkDeps, learner: string, id: string, now: Date) {
	const known = open.get(learner, id);
	if (known && !isLate(known.row.deadline, now)) return known.row;
	const work = await selectOptionalWork(database, learner, id);
	if (work) open.keep(work);
	return work?.row;
}

/** What is saved instead. The same answer under the same revision is one that was sent twice: it was accepted. */
async function savedInstead({ database }: WorkDeps, row: AttemptRow, asked: ToSave, answer: KeptAnswer) {
	const found = await selectOptionalResponse(database.query, row, asked.question);
	if (!found) return fail('attempt-unknown');
	const accepted = found.revision === asked.request.revision && isSameAnswer(found.answer, answer);
	const { revision, savedAt } = found;
	return { question: asked.question, revision, savedAt: savedAt.toISOString(), accepted };
}
