import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AnyCertificateRecord, CorrectedBy } from '#schemas/certificate.ts';
import type { CorrectionOutcome, WhyAsked } from '#schemas/correction.ts';
import { at, id } from './columns.ts';

export const certificate = pgTable(
	'certificate',
	{
		learnerId: id('learner_id').notNull(),
		serial: text('serial').notNull(),
		courseId: text('course_id').notNull(),
		cycle: integer('cycle').notNull(),
		record: jsonb('record').$type<AnyCertificateRecord>().notNull(),
		hash: text('hash').notNull(),
		issuedAt: at('issued_at').notNull(),
		validUntil: at('valid_until'),
		clientId: id('client_id'),
		supersededBy: text('superseded_by'),
		/** Who corrected the name that stands on it; null: it was issued with that name. */
		correctedBy: text('corrected_by').$type<CorrectedBy>(),
		revokedAt: at('revoked_at'),
		revocationReason: text('revocation_reason'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.serial] }),
		uniqueIndex('certificate_in_force')
			.on(t.learnerId, t.courseId, t.cycle)
			.where(sql`superseded_by is null`),
		uniqueIndex('certificate_client').on(t.learnerId, t.clientId),
	],
);

/** A correction of the name that somebody looks at before it is made. */
export const nameCorrection = pgTable(
	'name_correction',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		cycle: integer('cycle').notNull(),
		/** Of the certificate that it is about. */
		serial: text('serial').notNull(),
		wanted: text('wanted').notNull(),
		/** What the holder says to it. */
		reason: text('reason'),
		because: text('because').$type<WhyAsked>().notNull(),
		clientId: id('client_id'),
		askedAt: at('asked_at').notNull(),
		/** Null: it is open. */
		outcome: text('outcome').$type<CorrectionOutcome>(),
		decidedAt: at('decided_at'),
		/** Learner id of whoever decided, the holder among them. */
		decidedBy: text('decided_by'),
		/** Why it was refused. */
		why: text('why'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		uniqueIndex('name_correction_open')
			.on(t.learnerId, t.courseId, t.cycle)
			.where(sql`outcome is null`),
		uniqueIndex('name_correction_client').on(t.learnerId, t.clientId),
		index('name_correction_waiting')
			.on(t.askedAt)
			.where(sql`outcome is null`),
	],
);

/** Look-up: a serial, to its learner. */
export const certificateSerial = pgTable('certificate_serial', {
	serial: text('serial').primaryKey(),
	learnerId: id('learner_id').notNull(),
});

/** Somebody who looks after a learner vouches that they have learned a course themselves. */
export const voucher = pgTable(
	'voucher',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		/** Learner id of whoever vouches. */
		givenBy: text('given_by').notNull(),
		/** What the learner was called then; null: they had no name yet, or it was not kept. */
		holder: text('holder'),
		at: at('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('voucher_course').on(t.learnerId, t.courseId, t.at),
	],
);
