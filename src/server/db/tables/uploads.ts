import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

/** A file that a learner sent to a question. Its bytes lie by their hashes outside the database (`server/uploads`). */
export const upload = pgTable(
	'upload',
	{
		learnerId: id('learner_id').notNull(),
		/** Made by the client. */
		id: id('id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		/** Media type of what is stored, which is not always what was sent. */
		type: text('type').notNull(),
		/** Hex SHA-256 of what is stored, and of the small picture of it; null: there is none. */
		hash: text('hash').notNull(),
		smallHash: text('small_hash'),
		bytes: integer('bytes').notNull(),
		/** In points; null: no picture. */
		width: integer('width'),
		height: integer('height'),
		uploadedAt: at('uploaded_at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('upload_attempt').on(t.learnerId, t.attemptId),
		/** For the job that removes what nobody refers to. */
		index('upload_hash').on(t.hash),
		index('upload_small').on(t.smallHash),
		index('upload_at').on(t.uploadedAt),
	],
);

/** What lies in the store of files, whoever's it is; written before the bytes are, so that none is forgotten. */
export const storedFile = pgTable(
	'stored_file',
	{
		hash: text('hash').primaryKey(),
		storedAt: at('stored_at').notNull(),
	},
	(t) => [index('stored_file_at').on(t.storedAt)],
);
