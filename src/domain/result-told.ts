import type { QuizEntry } from '#schemas/catalog.ts';
import { resultParts, type ResultPart, type Review, type TellingTime } from '#schemas/names.ts';
import type { AttemptFact } from './facts.ts';
import type { QuizPolicy, QuizStanding } from './quiz-policy.ts';

/** How much of its verdicts a submitted attempt shows: all, right or wrong with feedback, or none. */
export type Shown = 'all' | 'verdict' | 'none';

/** What decides, beside the author's policy, how much of an attempt is shown. */
export interface Reviewed extends QuizStanding {
	/** Whether a certificate rests on the quiz: see `certifies`. */
	certifies: boolean;
	/** Whether this attempt was worked at: see `isEarnest`. */
	isEarnest: boolean;
}

/**
 * What a quiz's `review` shows of a submitted attempt. Where another attempt can follow, by waiting too, the solutions
 * of a quiz that keeps them open once it is passed. Solutions of a quiz that a certificate rests on are told to nobody
 * who has not passed it, whatever the author says: whoever comes as somebody else each time would otherwise gather its
 * keys. Those that a quiz keeps until the last
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

/** Whether somebody who passes is told more than this attempt tells now. */
export function opensOnPassing(
	policy: Pick<QuizPolicy, 'review' | 'show'>,
	how: Reviewed & { isClosed: boolean },
): boolean {
	if (how.passed) return false;
	const now = resultTold(policy, how);
	const then = resultTold(policy, { ...how, passed: true, isEarnest: true });
	return resultParts.some((part) => then[part] && !now[part]);
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
