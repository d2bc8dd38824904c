import { round2 } from '#domain/attempts.ts';
import { plainOf } from '#lib/questions/answer.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';
import { isPersonGraded } from '#schemas/names.ts';

/** How one question went. `hidden`: the quiz does not tell. */
export type QuestionOutcome = 'right' | 'partly' | 'wrong' | 'hidden';

export interface AttemptResult {
	outcomes: QuestionOutcome[];
	/** Without those of opinion. */
	petals: QuestionOutcome[];
	/** How many of those that count, which are `of`; the others are on trial, or were dropped since. */
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
	const told = outcomes.filter((_, n) => !questions[n]?.survey);
	const isCounted = questions.map(({ id, points }) => points > 0 && submission.verdicts[id]?.maxScore !== 0);
	const of = isCounted.filter(Boolean).length;
	const count = (outcome: QuestionOutcome) =>
		outcomes.filter((each, n) => each === outcome && isCounted[n]).length;
	const right = count('right');
	const partly = count('partly');
	const { score, maxScore, passed } = submission;
	const onePointEach = questions.every(({ points }) => points === 1 || points === 0);
	return {
		outcomes,
		petals: told,
		right,
		partly,
		of,
		need: round2(pass * maxScore),
		isPlain: onePointEach && partly === 0,
		isShown: !told.includes('hidden'),
		isPerfect: right === of,
		isNear: !passed && score !== null && score < maxScore && score >= pass * maxScore * 0.8,
	};
}

/** Questions that wait for a person; none where it is not told which. */
export function waitingIn({ questions, answers }: Attempt, { verdicts, waiting }: Submission): string[] {
	const isOpen = (id: string) => verdicts[id]?.correct == null && isGiven(answers[id]);
	const open = questions.filter(({ id, kind }) => isPersonGraded(kind) && isOpen(id)).map(({ id }) => id);
	return open.length === waiting ? open : [];
}

/** A text that is more than blanks, or a file. */
function isGiven(answer: Attempt['answers'][string] | undefined): boolean {
	const given = plainOf(answer?.answer);
	if (typeof given !== 'object' || given === null) return false;
	return 'text' in given ? String(given.text).trim() !== '' : 'upload' in given;
}

function outcomeOf({ verdicts }: Submission, question: string): QuestionOutcome {
	const correct = verdicts[question]?.correct ?? null;
	if (correct === null) return 'hidden';
	if (correct === 'partially') return 'partly';
	return correct ? 'right' : 'wrong';
}
