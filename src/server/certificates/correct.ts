import type { Static } from 'typebox';
import { v7 as uuidv7 } from 'uuid';
import { certifiedSkills } from '#domain/certificates.ts';
import { normaliseName } from '#domain/text.ts';
import { messagesFor } from '#messages/index.ts';
import type { CorrectionRequest } from '#schemas/certificate.ts';
import type { Locale } from '#schemas/common.ts';
import { insertAudit, lockLearner, updatePerson } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import { selectManifest } from '../courses/store.ts';
import type { Deps } from '../deps.ts';
import type { Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { statusAt } from './describe.ts';
import { unprintable } from './fonts.ts';
import { drawSerial, issue } from './record.ts';
import { nameUnprintable, type Issued } from './request.ts';
import { selectOptionalByClient, selectOptionalOwn, updateSuperseded, type CertificateRow } from './store.ts';

/**
 * Issues a certificate anew under the right name. The old one stays as it was, says what replaces it, and is no longer
 * in force; what was learnt, when, and until when it counts is the same.
 */
export async function correctCertificate(
	{ catalog: { timeZone }, database: { db }, now }: Deps,
	who: Principal,
	serial: string,
	request: Static<typeof CorrectionRequest>,
	locale: Locale,
): Promise<Issued | Failure> {
	const { learner, actor } = who;
	const displayName = normaliseName(request.displayName);
	if (!displayName)
		return fail('bad-request', { errors: [{ path: '/displayName', message: required(locale) }] });
	const signs = unprintable(displayName);
	if (signs.length > 0) return nameUnprintable(signs);
	const clientId = request.clientId ?? null;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learner);
		const old = await selectOptionalOwn(tx, learner, serial);
		if (!old) return fail('certificate-unknown');
		const sent = clientId ? await selectOptionalByClient(tx, learner, clientId) : null;
		if (sent) return sent.serial === old.supersededBy ? { row: sent, fresh: false } : fail('id-in-use');
		if (statusAt(old, now(), timeZone) !== 'valid') return fail('certificate-not-in-force');
		const row = await supersede(tx, old, displayName, { clientId, now: now(), timeZone });
		await updatePerson(tx, learner, { displayName });
		const subject = `${old.serial} ${row.serial}`;
		await insertAudit(tx, {
			learnerId: learner,
			id: uuidv7(),
			actor,
			action: 'certificate.correct',
			subject,
			at: now(),
		});
		return { row, fresh: true };
	});
}

const required = (locale: Locale) => messagesFor(locale).api.fields.required;

/** The old one goes first: only one of a cycle may be in force. */
async function supersede(
	tx: Sql,
	old: CertificateRow,
	holder: string,
	{ clientId, now, timeZone }: { clientId: string | null; now: Date; timeZone: string },
) {
	const { serial: _serial, salt: _salt, format: _format, ...certified } = old.record;
	const { learnerId, cycle } = old;
	const skills = certifiedSkills(old.record, await selectManifest(tx, certified.course, certified.version));
	const serial = await drawSerial(tx, learnerId);
	await updateSuperseded(tx, old, serial);
	return issue(
		tx,
		{ ...certified, skills, holder, issuedAt: now.toISOString() },
		{ learnerId, serial, cycle, clientId },
		timeZone,
	);
}
