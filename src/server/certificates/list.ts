import type { Certificate } from '#schemas/certificate.ts';
import type { Deps } from '../deps.ts';
import { describeCertificate } from './describe.ts';
import { selectCertificates } from './store.ts';

/** All of a learner's certificates: those in force first, and the newest first. */
export async function listCertificates({ catalog, database: { db }, now }: Deps, learner: string) {
	const at = now();
	const rows = await selectCertificates(db, learner);
	const all = await Promise.all(rows.map((row) => describeCertificate(row, rows, catalog, at)));
	const isInForce = (certificate: Certificate) => certificate.status === 'valid';
	return [...all.filter(isInForce), ...all.filter((certificate) => !isInForce(certificate))];
}
