import type { Static } from 'typebox';
import { LRUCache } from 'lru-cache';
import { isLate } from '#domain/quiz-policy.ts';
import type { AnswerReceipt, AnswerRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { selectQuestions } from '../courses/lesson.ts';
import { Batch } from '../db/batch.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { contextOf } from '../learning/context.ts';
import { isSameAnswer, keptAnswer, type KeptAnswer } from './answers.ts';
import type { AttemptDeps } from './deps.ts';
import { entryOf, quizOf } from './quiz.ts';
import {
	keyOf,
	selectOptionalResponse,
	upsertResponses,
	type GivenResponse,
	type SaveBatch,
	type SaveOutcome,
} from './response-store.ts';
import { selectOptionalAttempt, type AttemptRow } from './store.ts';

/** What saving an answer needs beside the database: kept for as long as the server runs. */
export interface SaveDeps extends AttemptDeps {
	/**
	 * Attempts that answers were saved to of late. All that is read of them here never changes (whether they are still
	 * open is asked of the database each time), so that an answer costs one round trip.
	 */
	recent: LRUCache<string, AttemptRow>;
	/** Answers that come at the same time are written by one statement. */
	batch: SaveBatch;
}

export function saveDeps(deps: AttemptDeps): SaveDeps {
	const write = (rows: GivenResponse[]) => upsertResponses(deps.database.query, rows);
	return {
		...deps,
		recent: new LRUCache({ max: 10_000 }),
		batch: new Batch<GivenResponse, SaveOutcome>(keyOf, write),
	};
}

interface Asked {
	id: string;
	question: string;
	request: Static<typeof AnswerRequest>;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Saves one answer. What this acknowledges is graded at submission, unless a higher revision comes. */
export async function saveAnswer(
	deps: SaveDeps,
	who: Principal,
	asked: Asked,
	now: Date,
): Promise<AnswerReceipt | Failure> {
	const row = await selectRecent(deps, who.learner, asked.id);
	if (!row) return fail('attempt-unknown');
	if (!row.questions.includes(asked.question)) return fail('question-unknown');
	if (isLate(row.deadline, now)) return refuseLate(deps, row);
	const answer = await readGiven(deps, row, asked);
	if (isFailure(answer)) return answer;
	const { hash, kept } = answer;
	const outcome = await deps.batch.add({
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
	if (outcome === 'not-higher') return savedInstead(deps, row, asked, kept);
	return {
		question: asked.question,
		revision: asked.request.revision,
		savedAt: now.toISOString(),
		accepted: true,
	};
}

async function readGiven({ catalog }: SaveDeps, row: AttemptRow, asked: Asked) {
	const quiz = await quizOf(catalog, row);
	const [question] = await selectQuestions(catalog, quiz.course.manifest, [asked.question], row.locale);
	const locales = { answer: row.locale, api: asked.locale };
	const kept = keptAnswer(question!, asked.request.answer, locales, '/answer');
	return isFailure(kept) ? kept : { kept, hash: entryOf(quiz, asked.question).key };
}

async function selectRecent({ database, recent }: SaveDeps, learner: string, id: string) {
	const key = `${learner}/${id}`;
	const row = recent.get(key) ?? (await selectOptionalAttempt(database.db, learner, id));
	if (row) recent.set(key, row);
	return row;
}

async function refuseLate({ database }: SaveDeps, row: AttemptRow): Promise<Failure> {
	const found = await selectOptionalAttempt(database.db, row.learnerId, row.id);
	if (!found) return fail('attempt-unknown');
	return fail(found.submittedAt ? 'attempt-submitted' : 'attempt-late');
}

/** What is saved instead. The same answer under the same revision is one that was sent twice: it was accepted. */
async function savedInstead({ database }: SaveDeps, row: AttemptRow, asked: Asked, answer: KeptAnswer) {
	const found = await selectOptionalResponse(database.query, row, asked.question);
	if (!found) return fail('attempt-unknown');
	const accepted = found.revision === asked.request.revision && isSameAnswer(found.answer, answer);
	const { revision, savedAt } = found;
	return { question: asked.question, revision, savedAt: savedAt.toISOString(), accepted };
}
