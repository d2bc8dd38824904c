import { and, desc, eq } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { certificate, certificateSerial } from '../db/tables/index.ts';

export type CertificateRow = typeof certificate.$inferSelect;

/** Any certificate, by its serial alone. */
export async function selectOptionalCertificate(db: Sql, serial: string): Promise<CertificateRow | null> {
	const [row] = await db
		.select({ certificate })
		.from(certificateSerial)
		.innerJoin(
			certificate,
			and(
				eq(certificate.learnerId, certificateSerial.learnerId),
				eq(certificate.serial, certificateSerial.serial),
			),
		)
		.where(eq(certificateSerial.serial, serial));
	return row?.certificate ?? null;
}

export async function selectOptionalOwn(
	db: Sql,
	learner: string,
	serial: string,
): Promise<CertificateRow | null> {
	const [row] = await db
		.select()
		.from(certificate)
		.where(and(eq(certificate.learnerId, learner), eq(certificate.serial, serial)));
	return row ?? null;
}

/** The certificate that a device asked for under an id of its own. */
export async function selectOptionalByClient(db: Sql, learner: string, clientId: string) {
	const [row] = await db
		.select()
		.from(certificate)
		.where(and(eq(certificate.learnerId, learner), eq(certificate.clientId, clientId)));
	return row ?? null;
}

/** Newest first. */
export function selectCertificates(db: Sql, learner: string): Promise<CertificateRow[]> {
	return db
		.select()
		.from(certificate)
		.where(eq(certificate.learnerId, learner))
		.orderBy(desc(certificate.issuedAt), desc(certificate.serial));
}

/** All that were issued for one course and cycle, each but the last replaced by another. In no order. */
export function selectChain(
	db: Sql,
	{ learnerId, courseId, cycle }: Pick<CertificateRow, 'learnerId' | 'courseId' | 'cycle'>,
): Promise<CertificateRow[]> {
	return db
		.select()
		.from(certificate)
		.where(
			and(
				eq(certificate.learnerId, learnerId),
				eq(certificate.courseId, courseId),
				eq(certificate.cycle, cycle),
			),
		);
}

/** Takes a serial for a learner; false when it is taken. */
export async function insertSerial(tx: Sql, serial: string, learnerId: string): Promise<boolean> {
	const rows = await tx
		.insert(certificateSerial)
		.values({ serial, learnerId })
		.onConflictDoNothing()
		.returning({ serial: certificateSerial.serial });
	return rows.length === 1;
}

export async function insertCertificate(tx: Sql, row: CertificateRow) {
	await tx.insert(certificate).values(row);
}

export async function updateSuperseded(tx: Sql, { learnerId, serial }: CertificateRow, supersededBy: string) {
	await tx
		.update(certificate)
		.set({ supersededBy })
		.where(and(eq(certificate.learnerId, learnerId), eq(certificate.serial, serial)));
}

export async function updateRevoked(tx: Sql, row: CertificateRow, revokedAt: Date, revocationReason: string) {
	await tx
		.update(certificate)
		.set({ revokedAt, revocationReason })
		.where(and(eq(certificate.learnerId, row.learnerId), eq(certificate.serial, row.serial)));
}
