import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Change } from '#domain/merging/tables.ts';
import type { Brought } from '#schemas/merging.ts';
import { at, id } from './columns.ts';

/** What the guest of a device had learned, offered to the account that has signed in there: to that session alone. */
export const mergeOffer = pgTable(
	'merge_offer',
	{
		learnerId: id('learner_id').notNull(),
		/** Hash of the session. */
		session: text('session').notNull(),
		guestId: id('guest_id').notNull(),
		/** Whether the device was said to be shared. */
		shared: boolean('shared').notNull(),
		until: at('until').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.session] }), index('merge_offer_until').on(t.until)],
);

/** That what a guest had learned was brought into an account. */
export const merge = pgTable(
	'merge',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		guestId: id('guest_id').notNull(),
		/** Hash of the session that was asked: a form that is sent twice finds what it has done. */
		session: text('session').notNull(),
		brought: jsonb('brought').$type<Brought>().notNull(),
		at: at('at').notNull(),
		/** Until then it can be taken back. */
		until: at('until').notNull(),
		undoneAt: at('undone_at'),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] }), index('merge_guest').on(t.guestId)],
);

/** How each row was before and what became of it, so that it can be taken back. */
export const mergeRow = pgTable(
	'merge_row',
	{
		learnerId: id('learner_id').notNull(),
		mergeId: id('merge_id').notNull(),
		n: integer('n').notNull(),
		table: text('table').$type<Change['table']>().notNull(),
		gone: jsonb('gone').$type<Change['gone']>(),
		before: jsonb('before').$type<Change['before']>(),
		after: jsonb('after').$type<Change['after']>(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.mergeId, t.n] })],
);

/** Look-up: a guest, to the account that their learning went into. What their device still holds goes there too. */
export const mergedGuest = pgTable(
	'merged_guest',
	{ guestId: id('guest_id').primaryKey(), learnerId: id('learner_id').notNull() },
	(t) => [index('merged_guest_learner').on(t.learnerId)],
);
