import type { Manifest, QuizEntry } from '#schemas/catalog.ts';
import { attemptsOfCycle } from './cycles.ts';
import { momentOf } from './days.ts';
import { isPass, type AttemptFact, type Completion, type Facts, type GrantFact } from './facts.ts';
import { attemptsLeft, type QuizStanding } from './quiz-policy.ts';
import { currentId } from './renames.ts';

/** Why no attempt may be started now. */
export type Refusal = 'used-up' | 'wait' | 'not-open' | 'closed';

/** How a quiz lets a learner in. */
export interface Allowance {
	/** Attempts that may be started now; null: as many as one likes. */
	mayStart: number | null;
	/** Null: one may be started, or goes on. */
	refusal: Refusal | null;
	/** When another may be started, where none may now; null: never by waiting, or not before the open one is over. */
	againFrom: Date | null;
	/** Null: without limit. Grants count in `closesAt`. */
	opensAt: Date | null;
	closesAt: Date | null;
	/** Minutes that this learner has more. */
	extraMinutes: number;
	standing: QuizStanding;
}

/**
 * What a quiz, as the author has it now, still allows a learner. Attempts count for the cycle now under way, so that a
 * refresher starts afresh. Once all are used up there is one more each time the waiting time after the last one is over,
 * and as many at once as somebody has granted since. Nothing starts before the quiz opens, after it has closed, or while
 * the wait between two attempts lasts, which a grant ends.
 */
export function quizAllowance(
	manifest: Manifest,
	quizId: string,
	learning: { facts: Facts; completions: readonly Completion[] },
	at: { now: Date; timeZone: string },
): Allowance {
	const isIt = (fact: { quizId: string }) =>
		currentId(fact.quizId, manifest.formerly, manifest.quizzes) === quizId;
	const attempts = attemptsOfCycle(manifest, learning.facts, learning.completions[0], at).filter(isIt);
	const grants = learning.facts.grants.filter(isIt);
	const quiz = manifest.quizzes[quizId];
	const opensAt = quiz?.opens ? new Date(momentOf(quiz.opens, at.timeZone)) : null;
	const closesAt = quiz?.closes ? latest(momentOf(quiz.closes, at.timeZone), grants) : null;
	const { mayStart, refusal, from } = within(
		{ opensAt, closesAt },
		at.now,
		counted(quiz, attempts, grants, at.now),
	);
	const last = attempts.at(-1);
	const isOver = refusal !== null && from === null && last !== undefined && last.submittedAt !== null;
	return {
		mayStart,
		refusal,
		againFrom: from,
		opensAt,
		closesAt,
		extraMinutes: Math.max(0, ...grants.map(({ minutes }) => minutes)),
		standing: { passed: attempts.some(isPass), isOver },
	};
}

/** What may be started; and from when on, where nothing may and waiting helps. */
type Start = Pick<Allowance, 'mayStart' | 'refusal'> & { from: Date | null };

/** By the attempts made. */
function counted(
	quiz: QuizEntry | undefined,
	attempts: readonly AttemptFact[],
	grants: readonly GrantFact[],
	now: Date,
): Start {
	const left = attemptsLeft(quiz?.attempts ?? null, attempts.length);
	const last = attempts.at(-1);
	const more = Math.max(0, ...grants.map((grant) => leftOf(grant, attempts)));
	if (!last || more > 0) return { mayStart: left === null ? null : left || more, refusal: null, from: null };
	const waited = waitingEnds(last, quiz?.waitMinutes ?? 0);
	const retried = left === 0 ? retryFrom(last, quiz?.retryHours ?? null) : waited;
	// Without a submission the last one is open, and goes on.
	if (left === 0 && (!retried || retried > now)) return { mayStart: 0, refusal: 'used-up', from: retried };
	if (waited && waited > now) return { mayStart: 0, refusal: 'wait', from: waited };
	return { mayStart: left === 0 ? 1 : left, refusal: null, from: null };
}

/** By the calendar too. */
function within(
	{ opensAt, closesAt }: Pick<Allowance, 'opensAt' | 'closesAt'>,
	now: Date,
	start: Start,
): Start {
	if (closesAt && closesAt <= now) return { mayStart: 0, refusal: 'closed', from: null };
	if (opensAt && opensAt > now) {
		const from = start.from && start.from > opensAt ? start.from : opensAt;
		return { mayStart: 0, refusal: 'not-open', from };
	}
	const isTooLate = closesAt && start.from && start.from >= closesAt;
	return isTooLate ? { ...start, from: null } : start;
}

/** A grant counts for attempts begun since, so that none is saved up. */
function leftOf({ attempts: granted, at }: GrantFact, attempts: readonly AttemptFact[]): number {
	return granted - attempts.filter(({ startedAt }) => startedAt >= at).length;
}

function latest(closes: number, grants: readonly GrantFact[]): Date {
	return new Date(Math.max(closes, ...grants.map((grant) => grant.closes?.getTime() ?? 0)));
}

const hour = 3_600_000;

/** When another attempt may follow the last one allowed: as it was promised, or sooner where the author has become kinder since. */
function retryFrom({ submittedAt, retryHours }: AttemptFact, hoursNow: number | null): Date | null {
	if (!submittedAt) return null;
	const hours = Math.min(retryHours ?? Infinity, hoursNow ?? Infinity);
	return hours === Infinity ? null : new Date(submittedAt.getTime() + hours * hour);
}

/** When the wait between two attempts is over, in the same way; null: the attempt is open. */
function waitingEnds({ submittedAt, waitMinutes }: AttemptFact, minutesNow: number): Date | null {
	return submittedAt && new Date(submittedAt.getTime() + Math.min(waitMinutes ?? 0, minutesNow) * 60_000);
}
