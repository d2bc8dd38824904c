import type { Static } from 'typebox';
import { messagesFor } from '#messages/index.ts';
import type { AttemptGrantBatch, AttemptGrantResult } from '#schemas/attempt-grant.ts';
import type { FailureCode } from '#schemas/failures.ts';
import type { Locale } from '#schemas/common.ts';
import type { Principal } from '../app-types.ts';
import { isUnavailable } from '../db/unavailable.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { grantAttempt, type Granting } from './grant.ts';

/** What is wrong for everybody, whoever they are. */
const ofAll: readonly FailureCode[] = ['course-unknown', 'quiz-unknown', 'nothing-to-extend'];

/**
 * Grants the same to each of a list of learners, one after another, each wholly or not at all, and says of each what came
 * of it. Refused as a whole where it can be granted to nobody: then nothing was.
 */
export async function grantToMany(
	deps: Granting,
	who: Principal,
	{ usernames, ...request }: Static<typeof AttemptGrantBatch>,
	locale: Locale,
): Promise<{ results: AttemptGrantResult[] } | Failure> {
	const made: { username: string; outcome: Awaited<ReturnType<typeof grantAttempt>> }[] = [];
	for (const username of usernames) {
		const outcome = await grantAttempt(deps, who, { ...request, username }).catch(asFailure);
		if (isFailure(outcome) && ofAll.includes(outcome.failure)) return outcome;
		made.push({ username, outcome });
	}
	const isNobodys = made.every(({ outcome }) => isFailure(outcome) && outcome.failure === 'not-in-care');
	if (isNobodys) return fail('not-in-care');
	return { results: made.map(({ username, outcome }) => describe(username, outcome, locale)) };
}

/** One that breaks leaves the others as they are. */
function asFailure(error: unknown): Failure {
	return fail(isUnavailable(error) ? 'unavailable' : 'internal');
}

function describe(
	username: string,
	outcome: Awaited<ReturnType<typeof grantAttempt>>,
	locale: Locale,
): AttemptGrantResult {
	if (!isFailure(outcome))
		return { username, outcome: outcome.fresh ? 'granted' : 'same', code: null, why: null };
	const { detail } = messagesFor(locale).api.failures[outcome.failure];
	return { username, outcome: 'refused', code: outcome.failure, why: detail(outcome.values ?? {}) };
}
