import { freeLeft } from '#domain/corrections.ts';
import type { OwnCorrection } from '#schemas/correction.ts';
import type { Database } from '../db/connect.ts';
import type { Deps } from '../deps.ts';
import {
	deleteDecided,
	selectOptionalLatest,
	selectWithCertificates,
	type CorrectionRow,
} from './correction-store.ts';
import { upTo } from './describe.ts';
import { selectChain, selectOptionalOwn, type CertificateRow } from './store.ts';

type Needed = Pick<Deps, 'database'>;

/** The last correction that a holder asked for, of this certificate or of one that it replaced; null: none, or not theirs. */
export async function findOwnCorrection(
	deps: Needed,
	learner: string,
	serial: string,
): Promise<OwnCorrection | null> {
	const { db } = deps.database;
	const certificate = await selectOptionalOwn(db, learner, serial);
	const latest = certificate && (await selectOptionalLatest(db, certificate));
	if (!latest) return null;
	return describeOwn(latest, (await selectOptionalOwn(db, learner, latest.serial)) ?? certificate);
}

/** The last one that was asked for of this certificate itself. */
export async function findCorrectionOf(
	{ database: { db } }: Needed,
	row: CertificateRow,
): Promise<OwnCorrection | null> {
	const latest = await selectOptionalLatest(db, row);
	return latest?.serial === row.serial ? describeOwn(latest, row) : null;
}

/** Of each certificate the last one, where it waits or was refused. */
export async function listOwnCorrections(
	{ database: { db } }: Needed,
	learner: string,
): Promise<OwnCorrection[]> {
	const all = await selectWithCertificates(db, learner);
	const latest = new Map(all.map((one) => [one.certificate.serial, one]));
	return [...latest.values()]
		.map(({ correction, certificate }) => describeOwn(correction, certificate))
		.filter(({ outcome }) => outcome === null || outcome === 'refused');
}

/** How many small corrections the holder may still make by themselves. */
export async function countFreeLeft({ database: { db } }: Needed, row: CertificateRow): Promise<number> {
	return freeLeft(upTo(row, await selectChain(db, row)));
}

export function describeOwn(correction: CorrectionRow, certificate: CertificateRow): OwnCorrection {
	const { outcome, decidedAt, why } = correction;
	return { ...told(correction, certificate), outcome, decidedAt: decidedAt?.toISOString() ?? null, why };
}

/** What its holder and those who decide are both told. */
export function told(
	{ id, wanted, reason, because, askedAt }: CorrectionRow,
	{ serial, record }: CertificateRow,
) {
	const { holder } = record;
	return { id, serial, holder, displayName: wanted, reason, because, askedAt: askedAt.toISOString() };
}

const day = 24 * 3_600_000;

/** Names that somebody once asked for go 180 days after it was decided; certificates keep that they were corrected. */
export function forgetOldCorrections({ db }: Pick<Database, 'db'>, now: Date): Promise<void> {
	return deleteDecided(db, new Date(now.getTime() - 180 * day));
}
