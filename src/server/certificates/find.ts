import { readSerial } from '#domain/certificates.ts';
import type { Db } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalCertificate, type CertificateRow } from './store.ts';

/** A serial as it was meant, of one that is typed. */
export function serialTyped(typed: string): string | Failure {
	return readSerial(typed) ?? fail('certificate-unknown');
}

/** Any certificate, by its serial as printed or as typed. */
export async function findCertificate(db: Db, typed: string): Promise<CertificateRow | Failure> {
	const serial = readSerial(typed);
	return (serial && (await selectOptionalCertificate(db, serial))) || fail('certificate-unknown');
}
