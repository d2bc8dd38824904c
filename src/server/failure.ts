import type { FailureCode } from '#schemas/failures.ts';
import type { Problem } from '#schemas/problem.ts';

/** The HTTP status of every failure. Titles and details stand in `messages/<locale>/api.ts`. */
export const failureStatus = {
	'bad-request': 400,
	'name-empty': 400,
	'birth-year-refused': 400,
	'password-common': 400,
	'password-own': 400,
	'password-pattern': 400,
	'username-unclear': 400,
	'username-spaced': 400,
	'name-unprintable': 400,
	'scope-refused': 400,
	'dates-refused': 400,
	'not-signed-in': 401,
	'other-learner': 409,
	'wrong-credentials': 401,
	'wrong-code': 401,
	'wrong-password': 403,
	'second-step-wrong': 403,
	'second-step-over': 401,
	'second-step-needed': 403,
	'second-step-unknown': 404,
	'second-step-on': 409,
	'passkey-refused': 403,
	'passkey-unknown': 404,
	'passkeys-impossible': 409,
	'session-unknown': 404,
	'last-administrator': 409,
	'not-allowed': 403,
	'not-in-care': 403,
	'bad-origin': 403,
	'not-found': 404,
	'course-unknown': 404,
	'version-unknown': 404,
	'lesson-unknown': 404,
	'quiz-unknown': 404,
	'question-unknown': 404,
	'attempt-unknown': 404,
	'certificate-unknown': 404,
	'correction-unknown': 404,
	'username-unknown': 404,
	'role-unknown': 404,
	'care-unknown': 404,
	'merge-unknown': 404,
	'rescue-unreadable': 400,
	'rescue-forged': 403,
	'rescue-unknown': 404,
	'username-taken': 409,
	'not-a-helper': 409,
	'has-account': 409,
	'no-account': 409,
	'id-in-use': 409,
	'attempt-submitted': 409,
	'attempt-late': 409,
	'attempts-used-up': 409,
	'attempts-left': 409,
	'nothing-to-extend': 409,
	'attempt-wait': 409,
	'quiz-not-open': 409,
	'quiz-closed': 409,
	'question-passed': 409,
	'grading-task-unknown': 404,
	'own-answer': 403,
	'points-wrong': 422,
	'code-needed': 403,
	'code-wrong': 403,
	'code-over': 403,
	'own-room': 403,
	'room-unknown': 404,
	'room-closed': 409,
	'paper-unknown': 404,
	'paper-entered': 409,
	'paper-empty': 409,
	'paper-who': 422,
	'own-paper': 403,
	'attempt-open': 409,
	'regrade-unknown': 404,
	'regrade-busy': 409,
	'regrade-unready': 409,
	'key-unchanged': 409,
	'question-by-person': 409,
	'question-gone': 404,
	'decision-made': 409,
	'reason-missing': 422,
	'certificate-missing': 409,
	'certificate-not-in-force': 409,
	'no-certificate': 409,
	'correction-open': 409,
	'correction-decided': 409,
	'merge-over': 409,
	'method-not-allowed': 405,
	'too-large': 413,
	'unsupported-media': 415,
	'range-outside': 416,
	'file-kind': 415,
	'file-too-large': 413,
	'file-too-many-points': 413,
	'file-broken': 422,
	'file-limit': 409,
	'file-unasked': 409,
	'file-unknown': 404,
	'answer-unreadable': 422,
	'too-many': 429,
	internal: 500,
	busy: 503,
	unavailable: 503,
} as const satisfies Record<FailureCode, number>;

/** An expected failure, as a value. Verbs return it; routes `unwrap`; `plugins/problems.ts` says it to the client. */
export interface Failure {
	failure: FailureCode;
	/** Values for the sentence of the detail. */
	values?: Record<string, string | number>;
	errors?: Problem['errors'];
	/** The one field at fault, where the detail says what is wrong with it. */
	path?: string;
	missing?: Problem['missing'];
}

export function fail(failure: FailureCode, more: Omit<Failure, 'failure'> = {}): Failure {
	return { failure, ...more };
}

export function isFailure(value: unknown): value is Failure {
	return typeof value === 'object' && value !== null && 'failure' in value;
}

/** Carries a failure from a route to the error handler. */
export class FailureError extends Error {
	constructor(readonly failure: Failure) {
		super(failure.failure);
	}
}

/** @throws {FailureError} when the value is a failure. */
export function unwrap<T>(value: T): Exclude<T, Failure> {
	if (isFailure(value)) throw new FailureError(value);
	return value as Exclude<T, Failure>;
}
