import { isRated } from '#domain/questions/rated.ts';
import type { Attempt, Submission } from '#schemas/attempt.ts';

/** How well somebody knew what they knew, in questions: only of those where it was said, and where it is told how they went. */
export interface SureResult {
	/** Sure or fairly sure, and right. */
	sureRight: number;
	/** Very sure, and not right. */
	sureWrong: number;
	/** Not sure, and right. */
	unsureRight: number;
	of: number;
}

/** Null: nobody said how sure they were, or it is not told how it went. */
export function describeSure(
	{ questions, answers }: Pick<Attempt, 'questions' | 'answers'>,
	{ verdicts }: Pick<Submission, 'verdicts'>,
): SureResult | null {
	const sure: SureResult = { sureRight: 0, sureWrong: 0, unsureRight: 0, of: 0 };
	for (const { id } of questions) {
		const answer = answers[id]?.answer;
		const correct = verdicts[id]?.correct ?? null;
		if (answer === undefined || correct === null || !isRated(answer)) continue;
		const isRight = correct === true;
		sure.of += 1;
		if (isRight && answer.confidence > 1) sure.sureRight += 1;
		if (isRight && answer.confidence === 1) sure.unsureRight += 1;
		if (!isRight && answer.confidence === 3) sure.sureWrong += 1;
	}
	return sure.of > 0 ? sure : null;
}
