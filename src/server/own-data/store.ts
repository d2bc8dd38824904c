import { eq, getTableColumns, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../db/connect.ts';
import * as tables from '../db/tables/index.ts';

interface Part {
	table: PgTable;
	/** Whose a row is. */
	of: PgColumn;
	/** Columns that are not given away: secrets, what tells of answers, and who else acted. */
	without: string[];
}
const part = (table: PgTable & { learnerId: PgColumn }, ...without: string[]): Part => ({
	table,
	of: table.learnerId,
	without: ['learnerId', ...without],
});

/** Everything that is kept of a learner, by its name in the file. */
export const parts = {
	person: { table: tables.person, of: tables.person.id, without: [] },
	logins: part(tables.login, 'secret'),
	secondStep: part(tables.secondStep, 'secret', 'usedStep', 'tries', 'triesSince'),
	passkeys: part(tables.passkey, 'id', 'publicKey', 'counter', 'transports', 'askedAt'),
	sessions: { table: tables.session, of: tables.session.userId, without: ['id', 'userId'] },
	roles: part(tables.roleGrant, 'grantedBy'),
	care: part(tables.care, 'givenBy', 'endedBy'),
	events: part(tables.audit, 'actor'),
	enrolments: part(tables.enrolment),
	learningEvents: part(tables.learningEvent),
	lessonCompletions: part(tables.lessonCompletion),
	courseCompletions: part(tables.courseCompletion),
	checks: part(tables.checkResponse, 'keyHash'),
	attempts: part(tables.attempt, 'seed', 'items', 'itemSeconds', 'rushed'),
	responses: part(tables.response, 'keyHash'),
	marks: part(tables.mark, 'grader', 'seen'),
	regrades: part(
		tables.regradeChange,
		'scoreBefore',
		'score',
		'maxScoreBefore',
		'maxScore',
		'left',
		'state',
		'decidedBy',
	),
	attemptGrants: part(tables.attemptGrant, 'givenBy'),
	incidents: part(tables.incident, 'notedBy'),
	files: part(tables.upload, 'hash', 'smallHash'),
	reviews: part(tables.reviewItem),
	certificates: part(tables.certificate),
	merges: part(tables.merge, 'guestId', 'session'),
	nameCorrections: part(tables.nameCorrection, 'decidedBy'),
	vouchers: part(tables.voucher, 'givenBy'),
} satisfies Record<string, Part>;

/**
 * Not in the file, though rows are a learner's: hashes of codes; serials, which stand in the certificates; the verdict on
 * each answer, which a quiz may keep to itself while it can be taken again; what waits for a person; and how to take a merge back, which says
 * once more what stands in the other tables, or is of a guest who may be somebody else.
 */
export const leftOut: PgTable[] = [
	tables.recoveryCode,
	tables.backupCode,
	tables.certificateSerial,
	tables.grading,
	tables.gradingTask,
	tables.mergeOffer,
	tables.mergeRow,
	tables.mergedGuest,
];

export async function selectPart(db: Db, { table, of, without }: Part, learner: string) {
	const columns = Object.fromEntries(
		Object.entries(getTableColumns(table)).filter(([name]) => !without.includes(name)),
	);
	const rows: Record<string, unknown>[] = await db
		.select(columns)
		.from(table)
		.where(eq(of, learner) as SQL);
	return rows;
}
