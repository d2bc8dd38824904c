import type { Manifest, QuizEntry } from '#schemas/catalog.ts';
import type { Review } from '#schemas/names.ts';
import { attemptsOfCycle } from './cycles.ts';
import { isPass, type AttemptFact, type Completion, type Facts } from './facts.ts';
import { currentId } from './renames.ts';
import { millisOf, type Moment } from './time.ts';

/** What an attempt was promised when it began; it is held to that, whatever the author changes later. */
export type QuizPolicy = Pick<QuizEntry, 'attempts' | 'minutes' | 'review' | 'retryHours'>;

export function policyOf({ attempts, minutes, review, retryHours }: QuizEntry): QuizPolicy {
	return { attempts, minutes, review, retryHours };
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

/** What decides, beside the author's `review`, how much of an attempt is shown. */
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

/** How a quiz lets a learner in. */
export interface Allowance {
	/** Attempts that may be started now; null: as many as one likes. */
	mayStart: number | null;
	/** When another may be started, where none may now; null: never by waiting, or not before the open one is over. */
	againFrom: Date | null;
	standing: QuizStanding;
}

/**
 * What a quiz, as the author has it now, still allows a learner. Attempts count for the cycle now under way, so that a
 * refresher starts afresh. Once all are used up there is one more each time the waiting time after the last one is over,
 * and one at once where somebody has granted it since.
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
	const passed = attempts.some(isPass);
	const quiz = manifest.quizzes[quizId];
	const left = attemptsLeft(quiz?.attempts ?? null, attempts.length);
	const last = attempts.at(-1);
	if (left !== 0 || !last) return { mayStart: left, againFrom: null, standing: { passed, isOver: false } };
	const isGranted = learning.facts.grants.some((grant) => isIt(grant) && grant.at > last.startedAt);
	const from = waitingEnds(last, quiz?.retryHours ?? null);
	if (isGranted || (from && from <= at.now))
		return { mayStart: 1, againFrom: null, standing: { passed, isOver: false } };
	const isOver = from === null && last.submittedAt !== null;
	return { mayStart: 0, againFrom: from, standing: { passed, isOver } };
}

const hour = 3_600_000;

/** When another attempt may follow this one: as it was promised, or sooner where the author has become kinder since. */
function waitingEnds({ submittedAt, retryHours }: AttemptFact, hoursNow: number | null): Date | null {
	if (!submittedAt) return null;
	const hours = Math.min(retryHours ?? Infinity, hoursNow ?? Infinity);
	return hours === Infinity ? null : new Date(submittedAt.getTime() + hours * hour);
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
