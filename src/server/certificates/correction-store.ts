import { and, asc, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Sql } from '../db/connect.ts';
import { care, certificate, login, nameCorrection } from '../db/tables/index.ts';
import type { CertificateRow } from './store.ts';

export type CorrectionRow = typeof nameCorrection.$inferSelect;
type Chain = Pick<CertificateRow, 'learnerId' | 'courseId' | 'cycle'>;

const ofChain = ({ learnerId, courseId, cycle }: Chain) =>
	and(
		eq(nameCorrection.learnerId, learnerId),
		eq(nameCorrection.courseId, courseId),
		eq(nameCorrection.cycle, cycle),
	);
const isOpen = isNull(nameCorrection.outcome);

export async function insertCorrection(tx: Sql, row: CorrectionRow): Promise<void> {
	await tx.insert(nameCorrection).values(row);
}

/** The correction that a device asked for under an id of its own. */
export async function selectOptionalCorrectionByClient(db: Sql, learner: string, clientId: string) {
	const [row] = await db
		.select()
		.from(nameCorrection)
		.where(and(eq(nameCorrection.learnerId, learner), eq(nameCorrection.clientId, clientId)));
	return row ?? null;
}

/** The one that waits to be decided; of a certificate there is one at most. */
export async function selectOptionalOpen(db: Sql, chain: Chain): Promise<CorrectionRow | null> {
	const [row] = await db
		.select()
		.from(nameCorrection)
		.where(and(ofChain(chain), isOpen));
	return row ?? null;
}

/** The one that was asked for last, whatever came of it. */
export async function selectOptionalLatest(db: Sql, chain: Chain): Promise<CorrectionRow | null> {
	const [row] = await db
		.select()
		.from(nameCorrection)
		.where(ofChain(chain))
		.orderBy(desc(nameCorrection.askedAt), desc(nameCorrection.id))
		.limit(1);
	return row ?? null;
}

export async function selectOptionalCorrection(
	db: Sql,
	learner: string,
	id: string,
): Promise<CorrectionRow | null> {
	const [row] = await db
		.select()
		.from(nameCorrection)
		.where(and(eq(nameCorrection.learnerId, learner), eq(nameCorrection.id, id)));
	return row ?? null;
}

export async function updateDecided(
	tx: Sql,
	{ learnerId, id }: CorrectionRow,
	decision: Pick<CorrectionRow, 'outcome' | 'decidedAt' | 'decidedBy' | 'why'>,
): Promise<void> {
	await tx
		.update(nameCorrection)
		.set(decision)
		.where(and(eq(nameCorrection.learnerId, learnerId), eq(nameCorrection.id, id)));
}

/** Those that were decided before a moment go, whatever came of them. */
export async function deleteDecided(db: Sql, before: Date): Promise<void> {
	await db.delete(nameCorrection).where(lt(nameCorrection.decidedAt, before));
}

const columns = { correction: nameCorrection, certificate, username: login.shown };
const ofCertificate = and(
	eq(certificate.learnerId, nameCorrection.learnerId),
	eq(certificate.serial, nameCorrection.serial),
);
const ofLogin = and(eq(login.learnerId, nameCorrection.learnerId), eq(login.kind, 'password'));

/** All of a learner, each with its certificate; the oldest first. */
export function selectWithCertificates(db: Sql, learner: string) {
	return db
		.select({ correction: nameCorrection, certificate })
		.from(nameCorrection)
		.innerJoin(certificate, ofCertificate)
		.where(eq(nameCorrection.learnerId, learner))
		.orderBy(asc(nameCorrection.askedAt), asc(nameCorrection.id));
}

/** All that are open, but for one's own; the oldest first. */
export function selectWaiting(db: Sql, actor: string, most: number) {
	return db
		.select(columns)
		.from(nameCorrection)
		.innerJoin(certificate, ofCertificate)
		.leftJoin(login, ofLogin)
		.where(and(isOpen, ne(nameCorrection.learnerId, actor)))
		.orderBy(asc(nameCorrection.askedAt), asc(nameCorrection.id))
		.limit(most);
}

/** Those of people whom somebody looks after. */
export function selectWaitingInCare(db: Sql, carer: string, most: number) {
	return db
		.select(columns)
		.from(care)
		.innerJoin(nameCorrection, eq(nameCorrection.learnerId, care.learnerId))
		.innerJoin(certificate, ofCertificate)
		.leftJoin(login, ofLogin)
		.where(and(eq(care.carerId, carer), isNull(care.until), isOpen, ne(nameCorrection.learnerId, carer)))
		.orderBy(asc(nameCorrection.askedAt), asc(nameCorrection.id))
		.limit(most);
}
export type WaitingRow = Awaited<ReturnType<typeof selectWaiting>>[number];

/** All certificates of these learners. */
export async function selectCertificatesOf(db: Sql, learners: string[]): Promise<CertificateRow[]> {
	if (learners.length === 0) return [];
	return db.select().from(certificate).where(inArray(certificate.learnerId, learners));
}
