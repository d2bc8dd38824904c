import { clockAt, endAt } from '#domain/days.ts';
import type { Allowance } from '#domain/quiz-allowance.ts';
import { fail, type Failure } from '../failure.ts';
import type { CourseQuiz } from './quiz.ts';

/** Why a quiz lets a learner begin no attempt now; null: it does. */
export function refusedStart(
	{ mayStart, refusal, againFrom, closesAt }: Allowance,
	{ quiz, course: { timeZone } }: CourseQuiz,
): Failure | null {
	if (mayStart !== 0) return null;
	if (refusal === 'closed' && closesAt) return fail('quiz-closed', { values: endAt(closesAt, timeZone) });
	if (refusal === 'not-open' && againFrom)
		return fail('quiz-not-open', { values: clockAt(againFrom, timeZone) });
	if (refusal === 'wait' && againFrom) return fail('attempt-wait', { values: clockAt(againFrom, timeZone) });
	return fail('attempts-used-up', { values: { allowed: quiz.attempts ?? 0 } });
}
