import type { GradingQueue, WaitingQuestion } from '#schemas/grading.ts';

/** How many answers wait for this grader: for points, or to be settled. */
export function waitingIn({ questions }: Pick<GradingQueue, 'questions'>): number {
	return questions.reduce((sum, { waiting, differs }) => sum + waiting + differs, 0);
}

/** For how many whole days the oldest answer has waited. */
export function daysWaited({ since }: Pick<WaitingQuestion, 'since'>, now: number): number {
	return Math.max(0, Math.floor((now - Date.parse(since)) / 86_400_000));
}
