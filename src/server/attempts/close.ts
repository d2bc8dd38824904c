import { isDeepStrictEqual } from 'node:util';
import { attemptResult } from '#domain/attempts.ts';
import { graceSeconds, isLate } from '#domain/deadline.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import type { ContextColumns } from '../learning/context.ts';
import { earnedIn } from '../learning/settle.ts';
import type { KeptAnswer } from './answers.ts';
import { updateClosed, type Closed } from './close-store.ts';
import type { AttemptDeps } from './deps.ts';
import { gradeAll } from './grading.ts';
import { entryOf, quizOf, selectAsked, type CourseQuiz } from './quiz.ts';
import { selectOverdue } from './store.ts';
import { selectOptionalWork, type Work } from './work-store.ts';

export interface Closing {
	submittedAt: Date;
	now: Date;
	/** Answers that count before all that was saved. */
	final?: { answers: Record<string, KeptAnswer>; context: ContextColumns };
}

/** Answers that go on being saved while it is closed make it begin again; more rounds than this mean that something is wrong. */
const rounds = 30;

/**
 * Grades an attempt in memory and closes it by one write; does nothing to one that is closed already. Returns it as it
 * stands afterwards; null when it is gone.
 */
export async function closeAttempt(deps: AttemptDeps, read: Work, closing: Closing): Promise<Work | null> {
	let work: Work | null = read;
	for (let round = 0; round < rounds && work && !work.row.submittedAt; round += 1) {
		const closed = await prepare(deps, work, closing);
		const outcome = await updateClosed(deps.database, work, closed);
		if (outcome === 'closed') return closedWork(work, closed);
		work = await selectOptionalWork(deps.database, work.row.learnerId, work.row.id);
	}
	if (work && !work.row.submittedAt)
		throw new Error(`Closing attempt ${work.row.id} did not come to an end.`);
	return work;
}

/** Submits an open attempt whose time is up with what was saved, as of when it was up; leaves any other as it is. */
export async function settleLate(deps: AttemptDeps, work: Work, now: Date): Promise<Work | null> {
	const { submittedAt, deadline } = work.row;
	if (submittedAt || !deadline || !isLate(deadline, now)) return work;
	return closeAttempt(deps, work, { submittedAt: deadline, now });
}

/** Submits the open attempts of a learner in a course whose time is up. */
export async function settleOverdueOf(
	deps: AttemptDeps,
	of: { learner: string; course: string },
	now: Date,
): Promise<void> {
	for (const { learnerId, id } of await selectOverdue(deps.database.db, lateBefore(now), { of }))
		await settleById(deps, learnerId, id, now);
}

/**
 * Submits everybody's open attempts whose time is up, those of learners who never come back too. One that cannot be
 * closed is told of, stays, and holds up no other.
 */
export async function settleAllOverdue(
	deps: AttemptDeps,
	now: Date,
	onError: (error: unknown) => void,
): Promise<void> {
	for (let failed = 0; ;) {
		const overdue = await selectOverdue(deps.database.db, lateBefore(now), { skip: failed });
		if (overdue.length === 0) return;
		for (const { learnerId, id } of overdue) {
			await settleById(deps, learnerId, id, now).catch((error: unknown) => {
				failed += 1;
				onError(error);
			});
		}
	}
}

/** What was due before this is late. */
const lateBefore = (now: Date) => new Date(now.getTime() - graceSeconds * 1000);

async function settleById(deps: AttemptDeps, learner: string, id: string, now: Date): Promise<void> {
	const work = await selectOptionalWork(deps.database, learner, id);
	if (work) await settleLate(deps, work, now);
}

/** What closing it as it is would write. */
export async function prepare(
	deps: AttemptDeps,
	work: Work,
	{ submittedAt, now, final }: Closing,
): Promise<Closed> {
	const { catalog } = deps;
	const { row, responses, standing } = work;
	const asked = await quizOf(catalog, row);
	const questions = await selectAsked(deps, asked, row);
	const answers = new Map<string, PlainAnswer>(
		responses.map(({ questionId, answer }) => [questionId, answer.answer]),
	);
	for (const [id, { answer }] of Object.entries(final?.answers ?? {})) answers.set(id, answer);
	const gradings = gradeAll(questions, answers, row.locale);
	const ofSkill = gradings.map((one) => ({ ...one, skill: entryOf(asked, one.questionId).skill }));
	const result = attemptResult(ofSkill, { total: row.pass, each: row.policy.passEach });
	const current = (await catalog.version(row.courseId)) ?? asked.course;
	const earned = earnedIn(current, withResult(standing, row.id, submittedAt, result), submittedAt);
	return {
		submittedAt,
		gradedAt: now,
		result,
		gradings,
		final: finalResponses(asked, work, final, now),
		earned: earned && { ...earned, version: current.version },
	};
}

/** What is saved already stays as it was saved. */
function finalResponses(asked: CourseQuiz, { row, responses }: Work, final: Closing['final'], now: Date) {
	const saved = new Map(responses.map(({ questionId, answer }) => [questionId, answer]));
	const others = Object.entries(final?.answers ?? {}).filter(
		([questionId, answer]) => !isDeepStrictEqual(saved.get(questionId), answer),
	);
	return others.map(([questionId, answer]) => ({
		learnerId: row.learnerId,
		attemptId: row.id,
		questionId,
		keyHash: entryOf(asked, questionId).key,
		answer,
		revision: 1,
		savedAt: now,
		firstExposure: row.firstExposures.includes(questionId),
		...(final!.context as ContextColumns),
	}));
}

type Result = Closed['result'];

/** How the learner stands once this attempt counts. */
function withResult(standing: Work['standing'], id: string, submittedAt: Date, result: Result) {
	const attempts = standing.facts.attempts.map((attempt) =>
		attempt.id === id ? { ...attempt, submittedAt, ...result } : attempt,
	);
	return { ...standing, facts: { ...standing.facts, attempts } };
}

/** The work as it stands after it was closed, without reading it again. */
function closedWork({ row, responses, standing }: Work, closed: Closed): Work {
	const { submittedAt, result, gradings, final, earned } = closed;
	const saved = new Map(responses.map((response) => [response.questionId, response]));
	for (const { questionId, answer, savedAt } of final)
		saved.set(questionId, {
			questionId,
			answer,
			savedAt,
			revision: (saved.get(questionId)?.revision ?? 0) + 1,
		});
	const after = withResult(standing, row.id, submittedAt, result);
	const completion = earned && {
		courseId: row.courseId,
		...earned,
		serial: null,
		validUntil: null,
		revokedAt: null,
	};
	return {
		row: { ...row, submittedAt, ...result },
		responses: [...saved.values()],
		gradings: gradings.map((one) => ({ ...one, number: 1 })),
		standing: completion ? { ...after, completions: [completion, ...after.completions] } : after,
	};
}
