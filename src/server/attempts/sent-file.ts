/** A file is an answer only where it was sent to this question of this attempt. */
import { messagesFor } from '#messages/index.ts';
import type { Locale } from '#schemas/names.ts';
import type { Database } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalUpload } from '../uploads/store.ts';
import type { KeptAnswer } from './answers.ts';

interface Given {
	row: { learnerId: string; id: string };
	question: string;
	kept: KeptAnswer;
	/** In which the API speaks to the client. */
	locale: Locale;
	path: string;
}

/** Null: it is, or the answer is no file. */
export async function unsentFile(
	{ db }: Pick<Database, 'db'>,
	{ row, question, kept: { answer }, locale, path }: Given,
): Promise<Failure | null> {
	if (typeof answer !== 'object' || answer === null || !('upload' in answer)) return null;
	const found = await selectOptionalUpload(db, row.learnerId, String(answer.upload));
	if (found?.attemptId === row.id && found.questionId === question) return null;
	const message = messagesFor(locale).api.answers['no-such-file'];
	return fail('answer-unreadable', { errors: [{ path, message }] });
}
