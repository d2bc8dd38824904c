import { v7 as uuidv7 } from 'uuid';
import { may } from '#domain/access.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { Sql } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import { fail, type Failure } from '../failure.ts';
import {
	selectChain,
	selectOptionalCertificate,
	selectOptionalOwn,
	updateRevoked,
	type CertificateRow,
} from './store.ts';

/**
 * Takes a certificate back, with a reason that everyone can read. One that has run out can be taken back too; one that
 * was replaced or taken back cannot.
 */
export async function revokeCertificate(
	{ database: { db }, now }: Deps,
	who: Principal,
	serial: string,
	reason: string,
): Promise<CertificateRow | Failure> {
	const found = await selectOptionalCertificate(db, serial);
	if (!found) return fail('certificate-unknown');
	if (!may(who.grants, 'certificate.revoke', { course: found.courseId }, now().getTime()))
		return fail('not-allowed');
	const { learnerId } = found;
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const row = await selectOptionalOwn(tx, learnerId, serial);
		if (!row || row.revokedAt || row.supersededBy !== null) return fail('certificate-not-in-force');
		const at = now();
		await updateRevoked(tx, row, at, reason);
		const act = { actor: who.actor, action: 'certificate.revoke', subject: serial, reason, at };
		await insertAudit(tx, { learnerId, id: uuidv7(), ...act });
		return { ...row, revokedAt: at, revocationReason: reason };
	});
}

/**
 * Takes back what is in force of a completion, by whoever may decide on it; call it in the transaction of the decision,
 * which is audited. False where no certificate was ever made of it.
 */
export async function revokeInForce(
	tx: Sql,
	of: Pick<CertificateRow, 'learnerId' | 'courseId' | 'cycle'>,
	at: Date,
	reason: string,
): Promise<boolean> {
	const chain = await selectChain(tx, of);
	for (const row of chain)
		if (row.supersededBy === null && !row.revokedAt) await updateRevoked(tx, row, at, reason);
	return chain.length > 0;
}
