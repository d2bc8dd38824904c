import type { Manifest, QuizEntry } from '#schemas/catalog.ts';

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

/** How a learner stands at a quiz: whether any attempt has passed, and whether no other can follow, however long one waits. */
export interface QuizStanding {
	passed: boolean;
	isOver: boolean;
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
