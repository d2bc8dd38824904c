import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import * as tables from '../db/tables/index.ts';

const { attempt, response, grading, mark, gradingTask, regradeChange, checkResponse } = tables;
const { courseCompletion, certificate, certificateSerial, audit } = tables;
/** The serial of a certificate leads to whose it is, where that is kept. */
const withoutSerial = sql`case when ${audit.action} ~ '^(certificate|correction)[.]' then null else ${audit.subject} end`;
const byDay = (column: unknown) => sql`date_trunc('day', ${column})`;
/** Where somebody was and who helped goes; so does what they typed, which may tell who they are. */
const nowhere = { place: null, assistedBy: null, deviceTime: null };
const noAnswer = { answer: { answer: '' } };

/**
 * Scores stay for statistics, under an id that belongs to nobody: by the day, without the answers themselves. Attempts
 * that were not handed in go.
 */
export async function loosenScores(tx: Sql, learner: string, nobody: string): Promise<void> {
	const open = await tx
		.delete(attempt)
		.where(and(eq(attempt.learnerId, learner), isNull(attempt.submittedAt)))
		.returning({ id: attempt.id });
	for (const { id } of open)
		await tx.delete(response).where(and(eq(response.learnerId, learner), eq(response.attemptId, id)));
	await tx
		.update(attempt)
		.set({
			learnerId: nobody,
			seed: '',
			waiting: 0,
			startedAt: byDay(attempt.startedAt),
			submittedAt: byDay(attempt.submittedAt),
			deadline: null,
			items: null,
			itemSeconds: null,
			rushed: null,
			roomId: null,
			paperForm: null,
			...nowhere,
		})
		.where(eq(attempt.learnerId, learner));
	const saved = { firstSavedAt: byDay(response.firstSavedAt), savedAt: byDay(response.savedAt) };
	await tx
		.update(response)
		.set({ learnerId: nobody, ...noAnswer, ...saved, ...nowhere })
		.where(eq(response.learnerId, learner));
	await tx
		.update(grading)
		.set({ learnerId: nobody, gradedAt: byDay(grading.gradedAt) })
		.where(eq(grading.learnerId, learner));
	await tx.delete(mark).where(eq(mark.learnerId, learner));
	await tx.delete(gradingTask).where(eq(gradingTask.learnerId, learner));
	await tx
		.update(checkResponse)
		.set({ learnerId: nobody, ...noAnswer, at: byDay(checkResponse.at), ...nowhere })
		.where(eq(checkResponse.learnerId, learner));
	await tx
		.update(courseCompletion)
		.set({ learnerId: nobody, completedAt: byDay(courseCompletion.completedAt) })
		.where(eq(courseCompletion.learnerId, learner));
}

/** Certificates go; their serials are never given again, and lead nowhere. */
export async function deleteCertificates(tx: Sql, learner: string, nobody: string): Promise<void> {
	await tx.delete(certificate).where(eq(certificate.learnerId, learner));
	await tx
		.update(certificateSerial)
		.set({ learnerId: nobody })
		.where(eq(certificateSerial.learnerId, learner));
}

/**
 * Certificates stay as they are and can be checked; `holder` is an id that nothing else has. Where somebody has still to
 * decide on one, that stays too, and leads to no attempt.
 */
export async function keepCertificates(tx: Sql, learner: string, holder: string): Promise<void> {
	const isCertified = sql`exists (select from certificate x join regrade r on r.id = ${regradeChange.regradeId}
		where x.learner_id = ${learner}::uuid and x.course_id = r.course_id and x.cycle = ${regradeChange.cycle})`;
	await tx
		.update(regradeChange)
		.set({ learnerId: holder, attemptId: sql`gen_random_uuid()` })
		.where(and(eq(regradeChange.learnerId, learner), eq(regradeChange.decision, 'open'), isCertified));
	await tx
		.update(certificate)
		.set({ learnerId: holder, clientId: null })
		.where(eq(certificate.learnerId, learner));
	await tx
		.update(certificateSerial)
		.set({ learnerId: holder })
		.where(eq(certificateSerial.learnerId, learner));
}

/** Everything else that is theirs. What is audited stays without from where they came, their name, and serials. */
export async function deletePerson(tx: Sql, learner: string): Promise<void> {
	const { person, login, session, roleGrant, recoveryCode, care } = tables;
	const { enrolment, learningEvent, lessonCompletion, voucher } = tables;
	const { secondStep, backupCode, passkey, nameCorrection } = tables;
	const { mergeOffer, merge, mergeRow, mergedGuest } = tables;
	const merges = [mergeOffer, mergeRow, merge, mergedGuest];
	const { attemptGrant, incident, reviewItem, upload } = tables;
	const doneInLessons = [enrolment, learningEvent, lessonCompletion];
	const besideAttempts = [attemptGrant, incident, reviewItem, regradeChange, upload];
	const rights = [login, secondStep, backupCode, passkey, roleGrant, recoveryCode, care];
	const theirs = [...rights, ...doneInLessons, ...besideAttempts, ...merges, voucher, nameCorrection];
	for (const table of theirs) await tx.delete(table).where(eq(table.learnerId, learner));
	await tx.delete(care).where(eq(care.carerId, learner));
	await tx
		.update(audit)
		.set({ network: null, device: null, reason: null, subject: withoutSerial })
		.where(eq(audit.learnerId, learner));
	await tx.delete(session).where(eq(session.userId, learner));
	await tx.delete(person).where(eq(person.id, learner));
}
