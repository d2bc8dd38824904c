import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AnyCertificateRecord } from '#schemas/certificate.ts';
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
		at: at('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('voucher_course').on(t.learnerId, t.courseId, t.at),
	],
);
