import { v7 as uuidv7 } from 'uuid';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import { selectRoles } from '../accounts/store.ts';
import { selectOptionalCertificate, selectOptionalOwn, updateRevoked, type CertificateRow } from './store.ts';

/**
 * Takes a certificate back, with a reason that everyone can read. One that has run out can be taken back too; one that
 * was replaced or taken back cannot.
 */
export async function revokeCertificate(
	{ database: { db }, now }: Deps,
	actor: string,
	serial: string,
	reason: string,
): Promise<CertificateRow | Failure> {
	const found = await selectOptionalCertificate(db, serial);
	if (!found) return fail('certificate-unknown');
	const roles = await selectRoles(db, actor, now());
	const isAllowed = roles.some(
		({ role, scope }) =>
			role === 'admin' || (role === 'instructor' && (scope === null || scope === found.courseId)),
	);
	if (!isAllowed) return fail('not-allowed');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const row = await selectOptionalOwn(tx, learnerId, serial);
		if (!row || row.revokedAt || row.supersededBy !== null) return fail('certificate-not-in-force');
		const at = now();
		await updateRevoked(tx, row, at, reason);
		const act = { actor, action: 'certificate.revoke', subject: serial, reason, at };
		await insertAudit(tx, { learnerId, id: uuidv7(), ...act });
		return { ...row, revokedAt: at, revocationReason: reason };
	});
}
