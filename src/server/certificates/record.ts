import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { serialFrom } from '#domain/certificates.ts';
import { lastMomentOf } from '#domain/days.ts';
import type { AnyCertificateRecord, CertificateRecord } from '#schemas/certificate.ts';
import type { Sql } from '../db/connect.ts';
import { insertCertificate, insertSerial, type CertificateRow } from './store.ts';

/** The record as the text that is hashed: canonical JSON (RFC 8785). */
export function canonicalText(record: AnyCertificateRecord): string {
	const text = canonicalize(record);
	if (text === undefined) throw new Error('A certificate record that is no JSON.');
	return text;
}

function hashOf(record: CertificateRecord): string {
	return createHash('sha256').update(canonicalText(record), 'utf8').digest('hex');
}

/** What is certified, before it has a serial and a salt. */
export type Certified = Omit<CertificateRecord, 'format' | 'serial' | 'salt'>;

/**
 * Writes a certificate down, for good. The holder's name is in the record, the one place beside `person` where a name
 * stands: a certificate says whose it is, and must go on saying so. The salt keeps the hash from telling the name to
 * someone who tries names.
 */
export async function issue(
	tx: Sql,
	certified: Certified,
	to: Pick<CertificateRow, 'learnerId' | 'serial' | 'cycle' | 'clientId' | 'correctedBy'>,
	timeZone: string,
): Promise<CertificateRow> {
	const salt = randomBytes(16).toString('hex');
	const record: CertificateRecord = { format: 'cung-hoc/2', serial: to.serial, ...certified, salt };
	const row: CertificateRow = {
		...to,
		courseId: record.course,
		record,
		hash: hashOf(record),
		issuedAt: new Date(record.issuedAt),
		validUntil: record.validUntil === null ? null : new Date(lastMomentOf(record.validUntil, timeZone)),
		supersededBy: null,
		revokedAt: null,
		revocationReason: null,
	};
	await insertCertificate(tx, row);
	return row;
}

/** Takes a serial for a learner. 60 random bits: a collision is next to impossible, and then simply drawn again. */
export async function drawSerial(tx: Sql, learner: string): Promise<string> {
	for (let tries = 0; tries < 10; tries += 1) {
		const serial = serialFrom(randomBytes(8));
		if (await insertSerial(tx, serial, learner)) return serial;
	}
	throw new Error('No free serial was found in ten draws.');
}
