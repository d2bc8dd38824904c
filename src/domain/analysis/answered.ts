/**
 * One item of an attempt, as much of it as statistics take, in one line: a database counts a million of these in a second
 * without looking at answers or times.
 */
import type { Pace } from './pace.ts';

export type Correct = 'true' | 'false' | 'partially';

export interface AnsweredItem {
	/** Id of the question as it was called then. */
	question: string;
	/** Names the key that it was graded by last. */
	key: string;
	score: number;
	/** 0: it did not count. */
	maxScore: number;
	correct: Correct;
	/** As `chosenIn` tells it. */
	chosen: readonly string[] | null;
	/** How sure the learner was, 1 to 3; null: it was not said. */
	confidence: 1 | 2 | 3 | null;
	/** Null: not known. */
	isFast: boolean | null;
}

/** Of a line; ids have none of these signs. */
const between = '|';
const answered = '*';
/** Stands before how sure somebody was, behind how the answer went. */
const sure = '~';
const fast = 'fast';
/** What a line of a fast answer ends in. */
export const fastEnding = `${between}${fast}`;

export function writeAnswered(item: AnsweredItem): string {
	const { question, key, score, maxScore, correct, chosen, confidence, isFast } = item;
	const how = confidence === null ? correct : `${correct}${sure}${confidence}`;
	const pace = isFast === null ? '' : isFast ? fast : 'read';
	const options = chosen === null ? answered : chosen.join();
	return [question, key, score, maxScore, how, options, pace].join(between);
}

export function readAnswered(line: string): AnsweredItem {
	const [question, key, score, maxScore, how, options, pace] = line.split(between) as [
		...rest: [string, string, string, string, string, string, string],
	];
	const [correct, level] = how.split(sure) as [Correct, string?];
	return {
		question,
		key,
		score: Number(score),
		maxScore: Number(maxScore),
		correct,
		confidence: level === undefined ? null : (Number(level) as 1 | 2 | 3),
		chosen: options === answered ? null : options === '' ? [] : options.split(','),
		isFast: pace === '' ? null : pace === fast,
	};
}

/** Whole seconds, as they are kept beside a line. */
export function keptSeconds(pace: Pace | undefined): number | null {
	return pace?.seconds == null ? null : Math.round(pace.seconds);
}
