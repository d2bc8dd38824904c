import { round2 } from '#domain/attempts.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';

/** How one question went. `hidden`: the quiz does not tell. */
export type QuestionOutcome = 'right' | 'partly' | 'wrong' | 'hidden';

export interface AttemptResult {
	outcomes: QuestionOutcome[];
	right: number;
	partly: number;
	of: number;
	/** Points are needed from here on. */
	need: number;
	/** Every question is one point and none went half right, so that points and questions say the same. */
	isPlain: boolean;
	isShown: boolean;
	isPerfect: boolean;
	/** Not passed, but close to it. */
	isNear: boolean;
}

/** What a submitted attempt comes to, for people. */
export function describeResult({ questions, pass }: Attempt, submission: Submission): AttemptResult {
	const outcomes = questions.map(({ id }) => outcomeOf(submission, id));
	const count = (outcome: QuestionOutcome) => outcomes.filter((each) => each === outcome).length;
	const right = count('right');
	const partly = count('partly');
	const { score, maxScore, passed } = submission;
	const onePointEach = questions.every(({ points }) => points === 1);
	return {
		outcomes,
		right,
		partly,
		of: questions.length,
		need: round2(pass * maxScore),
		isPlain: onePointEach && partly === 0,
		isShown: !outcomes.includes('hidden'),
		isPerfect: right === questions.length,
		isNear: !passed && score >= pass * maxScore * 0.8,
	};
}

function outcomeOf({ verdicts }: Submission, question: string): QuestionOutcome {
	const correct = verdicts[question]?.correct ?? null;
	if (correct === null) return 'hidden';
	if (correct === 'partially') return 'partly';
	return correct ? 'right' : 'wrong';
}
