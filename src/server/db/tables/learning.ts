import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, context, id } from './columns.ts';

export const enrolment = pgTable(
	'enrolment',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		enrolledAt: at('enrolled_at').notNull().defaultNow(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId] })],
);

export const learningEvent = pgTable(
	'learning_event',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		type: text('type').notNull(),
		courseId: text('course_id').notNull(),
		lessonId: text('lesson_id').notNull(),
		item: text('item'),
		version: text('version').notNull(),
		at: at('at').notNull(),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('learning_event_course').on(t.learnerId, t.courseId, t.type),
	],
);

/** Dated facts of the version they happened on, never taken back. */
export const lessonCompletion = pgTable(
	'lesson_completion',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		lessonId: text('lesson_id').notNull(),
		version: text('version').notNull(),
		doneAt: at('done_at').notNull(),
		/** `marked`: by "Done"; `checks`: all its checks answered. */
		by: text('by').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId, t.lessonId] })],
);

export const courseCompletion = pgTable(
	'course_completion',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		cycle: integer('cycle').notNull().default(1),
		version: text('version').notNull(),
		completedAt: at('completed_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId, t.cycle] })],
);
