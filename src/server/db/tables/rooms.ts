import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at, id } from './columns.ts';

/** A room in which a quiz is taken while somebody supervises. Attempts begun with its code name it (`attempt.room_id`). */
export const room = pgTable(
	'room',
	{
		id: id('id').primaryKey(),
		code: text('code').notNull(),
		courseId: text('course_id').notNull(),
		quizId: text('quiz_id').notNull(),
		/** Where it is, in the words of whoever opened it. */
		name: text('name').notNull(),
		/** Learner id of whoever opened it. */
		openedBy: id('opened_by').notNull(),
		openedAt: at('opened_at').notNull(),
		/** Until when its code counts; no attempt in it goes on for longer. */
		until: at('until').notNull(),
		closedAt: at('closed_at'),
	},
	(t) => [
		/** A code that is in use is nobody else's. */
		uniqueIndex('room_code')
			.on(t.code)
			.where(sql`closed_at is null`),
		index('room_of').on(t.openedBy, t.openedAt),
		index('room_quiz').on(t.courseId, t.quizId, t.code),
	],
);

/** What a supervisor noted about an attempt in their room. */
export const incident = pgTable(
	'incident',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		attemptId: id('attempt_id').notNull(),
		roomId: id('room_id').notNull(),
		/** Learner id of whoever noted it. */
		notedBy: id('noted_by').notNull(),
		text: text('text').notNull(),
		/** The learner was not seen taking it: the attempt does not count as supervised any more. */
		unseen: boolean('unseen').notNull().default(false),
		at: at('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('incident_attempt').on(t.learnerId, t.attemptId),
		index('incident_room').on(t.roomId),
	],
);

/** Time added in a room, under an id of the client, so that a request sent twice adds it once. */
export const roomExtension = pgTable(
	'room_extension',
	{
		roomId: id('room_id').notNull(),
		id: id('id').notNull(),
		minutes: integer('minutes').notNull(),
		/** To one attempt; null: to all that were open. */
		attemptId: id('attempt_id'),
		givenBy: id('given_by').notNull(),
		at: at('at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.roomId, t.id] })],
);
