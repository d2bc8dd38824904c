import { v7 as uuidv7 } from 'uuid';
import { may, nobodyKnown } from '#domain/access.ts';
import type { CorrectionOutcome } from '#schemas/correction.ts';
import { selectActedOn } from '../accounts/grant-store.ts';
import { insertAudit, lockLearner } from '../accounts/store.ts';
import type { Principal } from '../app-types.ts';
import type { Deps } from '../deps.ts';
import type { Db, Sql } from '../db/connect.ts';
import { fail, type Failure } from '../failure.ts';
import { selectOptionalCorrection, updateDecided, type CorrectionRow } from './correction-store.ts';
import { statusAt } from './describe.ts';
import { selectOptionalCertificate, selectOptionalOwn, type CertificateRow } from './store.ts';
import { supersede } from './supersede.ts';

/** A request, by the serial that it is about and its own id. */
export interface Asked {
	serial: string;
	id: string;
}

/** Issues the certificate under the name that was asked for. Audited. */
export async function acceptCorrection(
	{ catalog: { timeZone }, database: { db }, now }: Deps,
	who: Principal,
	asked: Asked,
): Promise<CertificateRow | Failure> {
	const at = now();
	const found = await findDecided(db, who, asked, at);
	if ('failure' in found) return found;
	return decide(db, found, async (tx, correction) => {
		const old = await selectOptionalOwn(tx, correction.learnerId, correction.serial);
		if (!old || statusAt(old, at, timeZone) !== 'valid') return fail('certificate-not-in-force');
		await close(tx, correction, who, at, 'accepted');
		const { wanted: holder } = correction;
		const row = await supersede(tx, old, { holder, by: 'helper', clientId: null, now: at, timeZone });
		const act = {
			actor: who.actor,
			action: 'certificate.correct',
			subject: `${old.serial} ${row.serial}`,
			at,
		};
		await insertAudit(tx, { learnerId: row.learnerId, id: uuidv7(), ...act });
		return row;
	});
}

/** Refuses it, with a reason that the holder reads. Audited. */
export async function refuseCorrection(
	{ database: { db }, now }: Deps,
	who: Principal,
	asked: Asked,
	why: string,
): Promise<CorrectionRow | Failure> {
	const at = now();
	const found = await findDecided(db, who, asked, at);
	if ('failure' in found) return found;
	return decide(db, found, async (tx, correction) => {
		await close(tx, correction, who, at, 'refused', why);
		const act = {
			actor: who.actor,
			action: 'correction.refuse',
			subject: correction.serial,
			reason: why,
			at,
		};
		await insertAudit(tx, { learnerId: correction.learnerId, id: uuidv7(), ...act });
		return correction;
	});
}

/** The holder wants it no more. */
export async function withdrawCorrection(
	{ database: { db }, now }: Deps,
	who: Principal,
	{ serial, id }: Asked,
): Promise<CorrectionRow | Failure> {
	const found = await selectOptionalCorrection(db, who.learner, id);
	if (found?.serial !== serial) return fail('correction-unknown');
	const at = now();
	return decide(db, found, async (tx, correction) => {
		await close(tx, correction, who, at, 'withdrawn');
		const act = { actor: who.actor, action: 'correction.withdraw', subject: serial, at };
		await insertAudit(tx, { learnerId: correction.learnerId, id: uuidv7(), ...act });
		return correction;
	});
}

/** What is to be decided by who may. Who may not decide about everybody does not learn which requests there are. */
async function findDecided(
	db: Db,
	who: Principal,
	{ serial, id }: Asked,
	at: Date,
): Promise<CorrectionRow | Failure> {
	const certificate = await selectOptionalCertificate(db, serial);
	const found = certificate && (await selectOptionalCorrection(db, certificate.learnerId, id));
	const correction = found?.serial === serial ? found : null;
	const acted = correction ? await selectActedOn(db, correction.learnerId, who.actor, at) : nobodyKnown;
	const mayDecide = may(who.grants, 'certificate.correct', { learner: acted }, at.getTime());
	if (!mayDecide || correction?.learnerId === who.actor) return fail('not-allowed');
	return correction ?? fail('correction-unknown');
}

/** Whatever is decided is decided once: of two who do so at the same time the second is told. */
function decide<T>(
	db: Db,
	{ learnerId, id }: CorrectionRow,
	act: (tx: Sql, correction: CorrectionRow) => Promise<T | Failure>,
): Promise<T | Failure> {
	return db.transaction(async (tx) => {
		await lockLearner(tx, learnerId);
		const now = await selectOptionalCorrection(tx, learnerId, id);
		if (!now) return fail('correction-unknown');
		return now.outcome === null ? act(tx, now) : fail('correction-decided');
	});
}

function close(
	tx: Sql,
	correction: CorrectionRow,
	{ actor }: Principal,
	decidedAt: Date,
	outcome: CorrectionOutcome,
	why: string | null = null,
) {
	return updateDecided(tx, correction, { outcome, decidedAt, decidedBy: actor, why });
}
