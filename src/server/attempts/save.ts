import type { Static } from 'typebox';
import { LRUCache } from 'lru-cache';
import type { AnswerReceipt, AnswerRequest } from '#schemas/attempt.ts';
import type { Locale } from '#schemas/common.ts';
import type { QuestionEntry } from '#schemas/catalog.ts';
import type { Principal } from '../app-types.ts';
import { selectQuestions } from '../courses/lesson.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { isSameAnswer, keptAnswer, type KeptAnswer } from './answers.ts';
import { contextOf } from './context.ts';
import type { AttemptDeps } from './deps.ts';
import { isAttemptLate, namesOf, quizOf } from './quiz.ts';
import { selectOptionalResponse, upsertResponse } from './response-store.ts';
import { selectOptionalAttempt, type AttemptRow } from './store.ts';

/**
 * Attempts that answers were saved to of late. All that is read of them here never changes (whether they are still
 * open is asked of the database each time), so that an answer costs one round trip.
 */
export type RecentAttempts = LRUCache<string, AttemptRow>;
export const recentAttempts = (): RecentAttempts => new LRUCache({ max: 10_000 });

interface Asked {
	id: string;
	question: string;
	request: Static<typeof AnswerRequest>;
	/** In which the API speaks to the client. */
	locale: Locale;
}

/** Saves one answer. What this acknowledges is graded at submission, unless a higher revision comes. */
export async function saveAnswer(
	deps: AttemptDeps,
	recent: RecentAttempts,
	who: Principal,
	asked: Asked,
	now: Date,
): Promise<AnswerReceipt | Failure> {
	const row = await selectRecent(deps, recent, who.learner, asked.id);
	if (!row) return fail('attempt-unknown');
	if (!row.questions.includes(asked.question)) return fail('question-unknown');
	if (isAttemptLate(row, now)) return refuseLate(deps, row);
	const { course } = await quizOf(deps.catalog, row);
	const { questions, formerly } = course.manifest;
	const [question] = await selectQuestions(deps.catalog, course.manifest, [asked.question], row.locale);
	const locales = { answer: row.locale, api: asked.locale };
	const answer = keptAnswer(question!, asked.request.answer, locales, '/answer');
	if (isFailure(answer)) return answer;
	const response = {
		learnerId: row.learnerId,
		attemptId: row.id,
		questionId: asked.question,
		keyHash: (questions[asked.question] as QuestionEntry).key,
		answer,
		revision: asked.request.revision,
		savedAt: now,
		...contextOf(who, row.locale, asked.request.context, row),
	};
	const outcome = await upsertResponse(deps.db, row, response, namesOf(asked.question, formerly, questions));
	if (outcome === 'gone') return fail('attempt-unknown');
	if (outcome === 'submitted') return fail('attempt-submitted');
	if (outcome === 'not-higher') return savedInstead(deps, row, asked, answer);
	return {
		question: asked.question,
		revision: response.revision,
		savedAt: now.toISOString(),
		accepted: true,
	};
}

async function selectRecent({ db }: AttemptDeps, recent: RecentAttempts, learner: string, id: string) {
	const key = `${learner}/${id}`;
	const row = recent.get(key) ?? (await selectOptionalAttempt(db, learner, id));
	if (row) recent.set(key, row);
	return row;
}

async function refuseLate({ db }: AttemptDeps, row: AttemptRow): Promise<Failure> {
	const found = await selectOptionalAttempt(db, row.learnerId, row.id);
	if (!found) return fail('attempt-unknown');
	return fail(found.submittedAt ? 'attempt-submitted' : 'attempt-late');
}

/** What is saved instead. The same answer under the same revision is one that was sent twice: it was accepted. */
async function savedInstead({ db }: AttemptDeps, row: AttemptRow, asked: Asked, answer: KeptAnswer) {
	const found = await selectOptionalResponse(db, row, asked.question);
	if (!found) return fail('attempt-unknown');
	const accepted = found.revision === asked.request.revision && isSameAnswer(found.answer, answer);
	const { revision, savedAt } = found;
	return { question: asked.question, revision, savedAt: savedAt.toISOString(), accepted };
}
