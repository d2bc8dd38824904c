import type { Manifest, QuizEntry } from '#schemas/catalog.ts';
import type { ResultPart, Review, TellingTime } from '#schemas/names.ts';
import { attemptsOfCycle } from './cycles.ts';
import { momentOf } from './days.ts';
import { isPass, type AttemptFact, type Completion, type Facts, type GrantFact } from './facts.ts';
import { currentId } from './renames.ts';
import { millisOf, type Moment } from './time.ts';

/** What an attempt was promised when it began; it is held to that, whatever the author changes later. */
export type QuizPolicy = Pick<
	QuizEntry,
	'attempts' | 'minutes' | 'review' | 'retryHours' | 'waitMinutes' | 'show' | 'order' | 'passEach'
>;

export function policyOf(quiz: QuizEntry): QuizPolicy {
	const { attempts, minutes, review, retryHours, waitMinutes, show, order, passEach } = quiz;
	return {
		attempts,
		minutes,
		review,
		retryHours,
		...(waitMinutes !== undefined && { waitMinutes }),
		...(show && { show }),
		...(order && { order }),
		...(passEach !== undefined && { passEach }),
	};
}

/** How many attempts are left after `used`; null when as many are allowed as one likes. */
export function attemptsLeft(allowed: number | null, used: number): number | null {
	return allowed === null ? null : Math.max(0, allowed - used);
}

/** How much of its verdicts a submitted attempt shows: all, right or wrong with feedback, or none. */
export type Shown = 'all' | 'verdict' | 'none';

/** How a learner stands at a quiz: whether any attempt has passed, and whether no other can follow, however long one waits. */
export interface QuizStanding {
	passed: boolean;
	isOver: boolean;
}

/** What decides, beside the author's policy, how much of an attempt is shown. */
export interface Reviewed extends QuizStanding {
	/** Whether a certificate rests on the quiz: see `certifies`. */
	certifies: boolean;
	/** Whether this attempt was worked at: see `isEarnest`. */
	isEarnest: boolean;
}

/**
 * What a quiz's `review` shows of a submitted attempt. Where another attempt can follow, by waiting too, the solutions
 * of a quiz that keeps them open once it is passed. Solutions of a quiz that a certificate rests on are told to nobody who has not passed it, whatever the author
 * says: whoever comes as somebody else each time would otherwise gather its keys. Those that a quiz keeps until the last
 * attempt are opened by no attempt that was not worked at.
 */
export function reviewShown(
	review: Review,
	{ passed, isOver, certifies: isCertifying, isEarnest: isWorkedAt }: Reviewed,
): Shown {
	if (review === 'score') return 'none';
	if (isCertifying) return passed && isWorkedAt ? 'all' : 'verdict';
	if (review === 'full') return 'all';
	return (passed || isOver) && isWorkedAt ? 'all' : 'verdict';
}

/** What of a submitted attempt is told. */
export type Told = Record<ResultPart, boolean>;

/**
 * What a quiz's policy tells of a submitted attempt: `show` part by part, and `review` where that says nothing. A part
 * is told only where the one before it is, since it would tell that too: score, verdicts, then key and explanation.
 * Solutions that a certificate rests on stay closed as `reviewShown` has it.
 */
export function resultTold(
	{ review, show = {} }: Pick<QuizPolicy, 'review' | 'show'>,
	how: Reviewed & { isClosed: boolean },
): Told {
	const usual = reviewShown(review, how);
	const told = (part: ResultPart, isUsual: boolean) => {
		const when = show[part];
		return when === undefined ? isUsual : isTold(when, how);
	};
	const score = told('score', true);
	const verdicts = score && told('verdicts', usual !== 'none');
	const mayTell = verdicts && (!how.certifies || reviewShown('verdicts', how) === 'all');
	const solution = (part: ResultPart) => mayTell && told(part, usual === 'all');
	return { score, verdicts, key: solution('key'), explanation: solution('explanation') };
}

/** When each part of a result is told at the earliest, as the author has it now. */
export function tellingTimesOf(
	{ review, show = {} }: Pick<QuizEntry, 'review' | 'show'>,
	isCertifying: boolean,
): Record<ResultPart, TellingTime> {
	const isScore = review === 'score';
	const solution = isScore ? 'never' : review === 'full' ? 'after-submission' : 'after-passing';
	const closed = (when: TellingTime) =>
		isCertifying && when === 'after-submission' ? 'after-passing' : when;
	return {
		score: show.score ?? 'after-submission',
		verdicts: show.verdicts ?? (isScore ? 'never' : 'after-submission'),
		key: closed(show.key ?? solution),
		explanation: closed(show.explanation ?? solution),
	};
}

/** Whether the time has come to tell a part of a result. */
export function isTold(
	when: TellingTime,
	{ passed, isClosed }: { passed: boolean; isClosed: boolean },
): boolean {
	if (when === 'after-passing') return passed;
	return when === 'after-closing' ? isClosed : when === 'after-submission';
}

/** Whether the points of an attempt are told by now. */
export function isScoreTold(
	{ scoreTold }: Pick<AttemptFact, 'scoreTold'>,
	{ passed, closesAt, now }: { passed: boolean; closesAt: Date | null; now: Date },
): boolean {
	return !scoreTold || isTold(scoreTold, { passed, isClosed: isClosed(closesAt, now) });
}

/** What never closes keeps nothing until then. */
export function isClosed(closesAt: Date | null, now: Date): boolean {
	return closesAt === null || closesAt <= now;
}

/** Whether a certificate rests on a quiz: the course gives one, and asks for the quiz. */
export function certifies({ certificate, requires }: Manifest, quizId: string): boolean {
	return Boolean(certificate) && requires.quizzes.includes(quizId);
}

/** Reading a question and answering it takes longer than this, in seconds. */
const shortest = 2;

/** Whether an attempt was worked at: half of its questions have answers, and it took a believable time. */
export function isEarnest(attempt: {
	asked: number;
	answered: number;
	startedAt: Date;
	submittedAt: Date;
}): boolean {
	const { asked, answered, startedAt, submittedAt } = attempt;
	const seconds = (submittedAt.getTime() - startedAt.getTime()) / 1000;
	return answered * 2 >= asked && seconds >= answered * shortest;
}

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

/** When an attempt that begins now must be handed in: by its minutes, and before the quiz closes. Null: no limit. */
export function deadlineFor(
	startedAt: Date,
	minutes: number | null,
	{ closesAt, extraMinutes }: Pick<Allowance, 'closesAt' | 'extraMinutes'>,
): Date | null {
	const byMinutes = deadlineOf(startedAt.getTime(), minutes === null ? null : minutes + extraMinutes);
	const ends = [...(byMinutes ? [Date.parse(byMinutes)] : []), ...(closesAt ? [closesAt.getTime()] : [])];
	return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/**
 * When an attempt's time is up, as an ISO string in UTC; null when `minutes` is.
 * @throws RangeError when `startedAt` is no moment.
 */
export function deadlineOf(startedAt: Moment, minutes: number): string;
export function deadlineOf(startedAt: Moment, minutes: number | null): string | null;
export function deadlineOf(startedAt: Moment, minutes: number | null): string | null {
	return minutes === null ? null : new Date(millisOf(startedAt) + minutes * 60_000).toISOString();
}

/** What is sent in the last second may take this long, in seconds, to arrive over a bad network. */
export const graceSeconds = 60;

/**
 * Whether something that arrives `now` comes later than the deadline and `grace` seconds for the network.
 * No deadline, never late.
 * @throws RangeError when one of the two is no moment.
 */
export function isLate(
	deadline: Moment | Date | null | undefined,
	now: Moment | Date,
	grace = graceSeconds,
): boolean {
	return deadline != null && instant(now) > instant(deadline) + grace * 1000;
}

function instant(moment: Moment | Date): number {
	return moment instanceof Date ? moment.getTime() : millisOf(moment);
}
