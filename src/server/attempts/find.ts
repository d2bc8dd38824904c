import { isUuid } from '#schemas/names.ts';
import type { Database } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalWork, type Work } from './work-store.ts';

/** The id of an attempt, as an address has it. What is no UUID names no attempt. */
export function attemptIdOf(typed: string): string | Failure {
	return isUuid(typed) ? typed.toLowerCase() : fail('attempt-unknown');
}

/** A learner's own attempt. */
export async function findAttempt(
	database: Pick<Database, 'together'>,
	learner: string,
	typed: string,
): Promise<Work | Failure> {
	const id = attemptIdOf(typed);
	if (typeof id !== 'string') return id;
	return (await selectOptionalWork(database, learner, id)) ?? fail('attempt-unknown');
}
