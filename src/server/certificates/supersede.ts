import { certifiedSkills } from '#domain/certificates.ts';
import type { CorrectedBy } from '#schemas/certificate.ts';
import { updatePerson } from '../accounts/store.ts';
import { selectManifest } from '../courses/store.ts';
import type { Sql } from '../db/connect.ts';
import { drawSerial, issue } from './record.ts';
import { updateSuperseded, type CertificateRow } from './store.ts';

interface How {
	holder: string;
	by: CorrectedBy;
	clientId: string | null;
	now: Date;
	timeZone: string;
}

/**
 * Issues a certificate anew under another name, which becomes the name of the account too. The old one stays as it was,
 * says what replaces it, and is no longer in force; what was learnt, when, and until when it counts is the same.
 */
export async function supersede(
	tx: Sql,
	old: CertificateRow,
	{ holder, by, clientId, now, timeZone }: How,
): Promise<CertificateRow> {
	const { serial: _serial, salt: _salt, format: _format, ...certified } = old.record;
	const { learnerId, cycle } = old;
	const skills = certifiedSkills(old.record, await selectManifest(tx, certified.course, certified.version));
	const serial = await drawSerial(tx, learnerId);
	// The old one goes first: only one of a cycle may be in force.
	await updateSuperseded(tx, old, serial);
	await updatePerson(tx, learnerId, { displayName: holder });
	return issue(
		tx,
		{ ...certified, skills, holder, issuedAt: now.toISOString() },
		{ learnerId, serial, cycle, clientId, correctedBy: by },
		timeZone,
	);
}
