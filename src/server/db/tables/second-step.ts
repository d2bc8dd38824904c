import { bigint, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
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

/** Keys that devices hold for people who sign in by two steps (W3C WebAuthn); each shows by itself who holds it. */
export const passkey = pgTable(
	'passkey',
	{
		learnerId: id('learner_id').notNull(),
		/** Given by the device, in base64url. */
		id: text('id').notNull(),
		/** In COSE, as base64url. */
		publicKey: text('public_key').notNull(),
		/** How often the key was used, as far as its device counts. */
		counter: bigint('counter', { mode: 'number' }).notNull(),
		/** How a browser reaches the device. */
		transports: jsonb('transports').$type<string[]>().notNull(),
		/** On which device it was made: see `domain/devices.ts`. */
		device: text('device'),
		since: at('since').notNull(),
		usedAt: at('used_at'),
		/** When the newest question was put that it answered: none counts twice. */
		askedAt: at('asked_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] }), uniqueIndex('passkey_id').on(t.id)],
);
