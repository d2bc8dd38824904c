import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Preferences } from '#schemas/account.ts';
import type { Locale, TargetGroup } from '#schemas/common.ts';
import { at, id } from './columns.ts';

/** `id` is the learner's (Lucia's adapter wants that name). */
export const person = pgTable('person', {
	id: id('learner_id').primaryKey(),
	displayName: text('display_name'),
	locale: text('locale').$type<Locale>().notNull(),
	targetGroup: text('target_group').$type<TargetGroup>(),
	place: text('place'),
	birthYear: integer('birth_year'),
	/** Where they live, in their own words. No right follows from it, as it does from `place`. */
	residence: text('residence'),
	preferences: jsonb('preferences').$type<Preferences>().notNull().default({}),
	/** The owner has seen of all codes made until then that they were made. */
	codesSeenUntil: at('codes_seen_until'),
	createdAt: at('created_at').notNull().defaultNow(),
});

/**
 * Look-up: a way to log in, to its learner. `subject` is the user name by the fold that `fold` numbers: see
 * `accounts/username-store.ts`.
 */
export const login = pgTable(
	'login',
	{
		kind: text('kind').notNull(),
		subject: text('subject').notNull(),
		learnerId: id('learner_id').notNull(),
		shown: text('shown').notNull(),
		secret: text('secret').notNull(),
		fold: integer('fold').notNull().default(1),
		createdAt: at('created_at').notNull().defaultNow(),
	},
	(t) => [primaryKey({ columns: [t.kind, t.subject] }), index('login_learner').on(t.learnerId)],
);

/** Look-up: the hash of a session id, to its learner. */
export const session = pgTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: id('learner_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: at('expires_at').notNull(),
		shared: boolean('shared').notNull().default(false),
		/** Of which kind, as `domain/devices.ts` writes it. */
		device: text('device'),
		/** When it was last used, to a quarter of an hour. */
		seenAt: at('seen_at').notNull().defaultNow(),
		createdAt: at('created_at').notNull().defaultNow(),
	},
	(t) => [index('session_learner').on(t.userId)],
);

/** A role, for a scope (course, team, place; null: everywhere), between dates. */
export const roleGrant = pgTable(
	'role_grant',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		role: text('role').notNull(),
		scope: text('scope'),
		validFrom: at('valid_from').notNull().defaultNow(),
		validUntil: at('valid_until'),
		grantedBy: text('granted_by').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] }), index('role_grant_role').on(t.role)],
);

/** Look-up: one-time codes with which an account is taken over by its owner. */
export const recoveryCode = pgTable(
	'recovery_code',
	{
		subject: text('subject').notNull(),
		codeHash: text('code_hash').notNull(),
		learnerId: id('learner_id').notNull(),
		createdBy: text('created_by').notNull(),
		expiresAt: at('expires_at').notNull(),
		usedAt: at('used_at'),
	},
	(t) => [
		primaryKey({ columns: [t.subject, t.codeHash] }),
		index('recovery_code_open_of')
			.on(t.learnerId)
			.where(sql`${t.usedAt} is null`),
		index('recovery_code_open_by')
			.on(t.createdBy)
			.where(sql`${t.usedAt} is null`),
	],
);

/** Whom a helper looks after: those whom they registered, and those whom somebody gave into their care. */
export const care = pgTable(
	'care',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		carerId: id('carer_id').notNull(),
		how: text('how').$type<'registered' | 'given'>().notNull(),
		givenBy: text('given_by').notNull(),
		since: at('since').notNull(),
		/** Null: still. */
		until: at('until'),
		endedBy: text('ended_by'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		uniqueIndex('care_open')
			.on(t.learnerId, t.carerId)
			.where(sql`${t.until} is null`),
		index('care_carer')
			.on(t.carerId)
			.where(sql`${t.until} is null`),
	],
);

/**
 * Every act on another person's record, and what concerns the safety of an account. `actor` is a learner id, or
 * `command-line`; the learner of a sign-in by a name that nobody has is `nobodyId`.
 */
export const audit = pgTable(
	'audit',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		actor: text('actor').notNull(),
		action: text('action').notNull(),
		subject: text('subject'),
		reason: text('reason'),
		/** From where, where that is kept: a network and a kind of device (`domain/devices.ts`). */
		network: text('network'),
		device: text('device'),
		at: at('at').notNull().defaultNow(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('audit_at').on(t.at),
		index('audit_codes_made')
			.on(t.learnerId, t.at)
			.where(sql`${t.action} = 'recovery-code.make'`),
	],
);
