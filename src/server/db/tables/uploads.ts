import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

/** A picture that a learner uploaded. Its bytes lie under its hash outside the database (`server/uploads`). */
export const upload = pgTable(
	'upload',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		/** Hex SHA-256 of what is stored. */
		hash: text('hash').notNull(),
		bytes: integer('bytes').notNull(),
		width: integer('width').notNull(),
		height: integer('height').notNull(),
		uploadedAt: at('uploaded_at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('upload_hash').on(t.hash),
		index('upload_at').on(t.uploadedAt),
	],
);
