/**
 * The codes of everything that can be refused or fail, once for server, words, pages and scripts. No schema library:
 * browsers decide by them too.
 */
export const failureCodes = [
	'bad-request',
	'name-empty',
	'birth-year-refused',
	'password-common',
	'password-own',
	'password-pattern',
	'username-unclear',
	'username-spaced',
	'name-unprintable',
	'scope-refused',
	'dates-refused',
	'not-signed-in',
	'other-learner',
	'wrong-credentials',
	'wrong-code',
	'wrong-password',
	'second-step-wrong',
	'second-step-over',
	'second-step-needed',
	'second-step-unknown',
	'second-step-on',
	'passkey-refused',
	'passkey-unknown',
	'passkeys-impossible',
	'session-unknown',
	'last-administrator',
	'not-allowed',
	'not-in-care',
	'bad-origin',
	'not-found',
	'course-unknown',
	'version-unknown',
	'lesson-unknown',
	'quiz-unknown',
	'question-unknown',
	'attempt-unknown',
	'certificate-unknown',
	'correction-unknown',
	'care-unknown',
	'merge-unknown',
	'username-unknown',
	'role-unknown',
	'username-taken',
	'not-a-helper',
	'has-account',
	'no-account',
	'id-in-use',
	'attempt-submitted',
	'attempt-late',
	'attempts-used-up',
	'attempts-left',
	'nothing-to-extend',
	'attempt-wait',
	'quiz-not-open',
	'quiz-closed',
	'question-passed',
	'grading-task-unknown',
	'own-answer',
	'points-wrong',
	'code-needed',
	'code-wrong',
	'code-over',
	'own-room',
	'room-unknown',
	'room-closed',
	'paper-unknown',
	'paper-entered',
	'paper-empty',
	'paper-who',
	'own-paper',
	'attempt-open',
	'regrade-unknown',
	'regrade-busy',
	'regrade-unready',
	'key-unchanged',
	'question-by-person',
	'question-gone',
	'decision-made',
	'reason-missing',
	'certificate-missing',
	'certificate-not-in-force',
	'no-certificate',
	'correction-open',
	'correction-decided',
	'merge-over',
	'rescue-unreadable',
	'rescue-forged',
	'rescue-unknown',
	'method-not-allowed',
	'too-large',
	'unsupported-media',
	'range-outside',
	'file-kind',
	'file-too-large',
	'file-too-many-points',
	'file-broken',
	'file-limit',
	'file-unasked',
	'file-unknown',
	'answer-unreadable',
	'too-many',
	'internal',
	'busy',
	'unavailable',
] as const;
export type FailureCode = (typeof failureCodes)[number];

const prefix = 'urn:cung-hoc:problem:';
/** How a code stands in the `type` of a problem; `about:blank` where no server of ours has spoken. */
export type ProblemType = `${typeof prefix}${FailureCode}` | 'about:blank';

export function problemType<C extends FailureCode>(code: C): `${typeof prefix}${C}` {
	return `${prefix}${code}`;
}

/** The code of a problem, from its `type`; null for what is no problem of ours, such as a proxy's reply. */
export function codeOf(problem: unknown): FailureCode | null {
	const { type } = (problem ?? {}) as { type?: unknown };
	if (typeof type !== 'string' || !type.startsWith(prefix)) return null;
	// A newer server may know more codes; nothing is decided by them then.
	return (type.slice(prefix.length) || null) as FailureCode | null;
}

/** Whether a problem is one of those that a page expects. */
export function isOneOf(problem: unknown, codes: readonly FailureCode[]): boolean {
	const code = codeOf(problem);
	return code !== null && codes.includes(code);
}
