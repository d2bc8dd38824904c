import type { FileReceipt } from '#schemas/attempt.ts';
import { isUuid, type Locale } from '#schemas/names.ts';
import type { SentFile } from '#schemas/upload.ts';
import { isLate } from '#domain/deadline.ts';
import type { Principal } from '../app-types.ts';
import type { Config } from '../config.ts';
import { fail, isFailure, type Failure } from '../failure.ts';
import { keepFile, type UploadDeps } from '../uploads/keep.ts';
import { prepareFile } from '../uploads/prepare.ts';
import { countUploads, selectOptionalUpload, type UploadRow } from '../uploads/store.ts';
import type { WorkDeps } from './deps.ts';
import { findAttempt } from './find.ts';
import { keyedQuestions, quizOf } from './quiz.ts';
import { saveAnswer } from './save.ts';

interface ToSend {
	attempt: string;
	question: string;
	/** Made by the client. */
	upload: string;
	revision: number;
	bytes: Uint8Array;
	/** In which the API speaks to the client. */
	locale: Locale;
}
type SendDeps = WorkDeps & UploadDeps & { config: Pick<Config, 'uploads'> };

/** Files of one attempt, those that were replaced among them. */
export const mostInAttempt = 30;
/** Files of one learner in a day: as many as somebody sends who takes several tests, and a bit. */
const mostADay = 100;
const day = 24 * 3_600_000;

/** Keeps a file and saves it as the answer. What this acknowledges is on the disk, file and answer. */
export async function sendFile(
	deps: SendDeps,
	who: Principal,
	asked: ToSend,
	now: Date,
): Promise<FileReceipt | Failure> {
	if (!isUuid(asked.upload)) return fail('bad-request');
	const id = asked.upload.toLowerCase();
	const kept = await keep(deps, who.learner, { ...asked, upload: id }, now);
	if (isFailure(kept)) return kept;
	const request = { answer: { upload: id }, revision: asked.revision };
	const { question, locale } = asked;
	const receipt = await saveAnswer(deps, who, { id: kept.attemptId, question, request, locale }, now);
	return isFailure(receipt) ? receipt : { ...receipt, file: describeFile(kept) };
}

/** The file, as it was kept now or before. */
async function keep(deps: SendDeps, learner: string, asked: ToSend, now: Date): Promise<UploadRow | Failure> {
	const { database, catalog, limits, config } = deps;
	const work = await findAttempt(database, learner, asked.attempt);
	if (isFailure(work)) return work;
	const { row } = work;
	if (!row.questions.includes(asked.question)) return fail('question-unknown');
	const whose = { learnerId: learner, id: asked.upload, attemptId: row.id, questionId: asked.question };
	const before = await selectOptionalUpload(database.db, learner, asked.upload);
	if (before) {
		const isSame = before.attemptId === row.id && before.questionId === asked.question;
		return isSame ? before : fail('id-in-use');
	}
	if (row.submittedAt) return fail('attempt-submitted');
	if (isLate(row.deadline, now)) return fail('attempt-late');
	const questions = await keyedQuestions(catalog, await quizOf(catalog, row), row.locale);
	const { question } = questions.get(asked.question)!;
	if (question.kind !== 'file') return fail('file-unasked');
	const mb = Math.min(question.megabytes ?? config.uploads.megabytes, config.uploads.megabytes);
	if (asked.bytes.length > mb * 1_000_000) return fail('file-too-large', { values: { mb } });
	if ((await countUploads(database.db, learner, row.id)) >= mostInAttempt)
		return fail('file-limit', { values: { most: mostInAttempt } });
	const limited = await limits.take([{ of: 'files', who: learner, burst: mostADay, every: day / mostADay }]);
	if (limited) return limited;
	const prepared = await prepareFile(asked.bytes, question.accept, asked.locale);
	if (isFailure(prepared)) return prepared;
	await keepFile(deps, { ...whose, uploadedAt: now }, prepared);
	return (await selectOptionalUpload(database.db, learner, asked.upload)) ?? fail('unavailable');
}

export function describeFile({ id, type, bytes, width, height }: UploadRow): SentFile {
	return { id, type, bytes, width, height };
}
