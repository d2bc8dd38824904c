/**
 * How it is known that whoever gets a certificate has learned the course themselves: by an account that has been there
 * for a while and learned for a believable time, or by somebody who vouches for them. Nobody is watched for it: what
 * counts is when answers, ticks and the like were given.
 */
import type { Manifest } from '#schemas/catalog.ts';
import type { Assurance, Proof } from '#schemas/certificate.ts';
import { millisOf, type Moment } from './time.ts';

const minute = 60_000;
/** After a longer pause somebody has gone away, or reads something else. */
const longestPause = 10 * minute;
/** Nobody registers, learns and is certified sooner than this. */
const youngest = 60 * minute;
/** Those who know much of it already read on: a quarter of the reading time is believable. */
const share = 1 / 4;
const leastMinutes = 5;

/** Minutes of learning without which a certificate of this course is not believable. */
export function neededMinutes({ lessons, requires, sourceLocale }: Manifest): number {
	const ids = requires.lessons.length > 0 ? requires.lessons : Object.keys(lessons);
	const reading = ids.map((id) => lessons[id]?.locales[sourceLocale]?.minutes ?? 0);
	return Math.max(leastMinutes, Math.ceil(reading.reduce((sum, one) => sum + one, 0) * share));
}

/** Whole minutes from each act to the next, pauses counting no more than ten minutes. In any order. */
export function learnedMinutes(acts: readonly Moment[]): number {
	const times = acts.map(millisOf).sort((a, b) => a - b);
	const sum = times.slice(1).reduce((total, time, n) => total + Math.min(time - times[n]!, longestPause), 0);
	return Math.floor(sum / minute);
}

/** What is known of a learner and a course. */
export interface Evidence {
	hasAccount: boolean;
	/** When they came first, as a guest or with an account. */
	since: Moment;
	/** What they did in the course, by the clock of their device where it told one. */
	acts: readonly Moment[];
	/** Somebody who looks after them vouches for them. */
	vouched: boolean;
}

/**
 * What a certificate can say of how it was earned, or what it still takes. A device's clock may say anything: what it
 * says is believed within the time that the learner has been there.
 */
export function assure(
	{ hasAccount, since, acts, vouched }: Evidence,
	needed: number,
	now: Moment,
): { assurance: Assurance } | { proof: Proof } {
	const [from, to] = [millisOf(since), millisOf(now)];
	const minutes = learnedMinutes(acts.map((act) => Math.min(to, Math.max(from, millisOf(act)))));
	if (vouched) return { assurance: { by: 'helper', minutes } };
	const notBefore = from + Math.max(youngest, needed * minute);
	if (hasAccount && minutes >= needed && to >= notBefore) return { assurance: { by: 'learning', minutes } };
	return {
		proof: {
			account: hasAccount,
			minutes,
			needed,
			notBefore: to >= notBefore ? null : new Date(notBefore).toISOString(),
		},
	};
}
