import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

/** The second step of signing in: codes of an app, by RFC 6238. */
export const secondStep = pgTable('second_step', {
	learnerId: id('learner_id').primaryKey(),
	/** Encrypted: see `accounts/sealing.ts`. */
	secret: text('secret').notNull(),
	begunAt: at('begun_at').notNull(),
	/** Since when it is asked for; null: not yet, since no code has shown that the app has the secret. */
	since: at('since'),
	/** Newest of the steps of time whose codes were used: none counts twice. */
	usedStep: bigint('used_step', { mode: 'number' }).notNull().default(0),
	/** Wrong codes in a row, and when the first of them was tried. */
	tries: integer('tries').notNull().default(0),
	triesSince: at('tries_since'),
});

/** One-time codes that stand in for the app; those of one person have one salt, so that a try costs one hash. */
export const backupCode = pgTable(
	'backup_code',
	{
		learnerId: id('learner_id').notNull(),
		codeHash: text('code_hash').notNull(),
		usedAt: at('used_at'),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.codeHash] })],
);
