import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Points } from '#domain/marking.ts';
import { at, id } from './columns.ts';

/** What one person gave one answer, in the order in which it was given; never overwritten. A grading rests on marks. */
export const mark = pgTable(
	'mark',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		number: integer('number').notNull(),
		/** Learner id of whoever marked. */
		grader: text('grader').notNull(),
		points: jsonb('points').$type<Points>().notNull(),
		comment: text('comment').notNull(),
		/** What is said to single criteria, by their ids; never empty words. */
		remarks: jsonb('remarks').$type<Record<string, string>>().notNull().default({}),
		/** How many marks of this answer the grader knew of. */
		seen: integer('seen').notNull(),
		markedAt: at('marked_at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.attemptId, t.questionId, t.number] }),
		index('mark_grader').on(t.grader, t.markedAt),
	],
);

/** An answer that a person grades: the look-up from what graders know, an id that says nothing, to whose it is. */
export const gradingTask = pgTable(
	'grading_task',
	{
		id: id('id')
			.primaryKey()
			.default(sql`gen_random_uuid()`),
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		courseId: text('course_id').notNull(),
		quizId: text('quiz_id').notNull(),
		/** When it was handed in. */
		since: at('since').notNull(),
		state: text('state').$type<'waits' | 'differs' | 'graded'>().notNull().default('waits'),
		/** When it was last graded; null: not yet. */
		gradedAt: at('graded_at'),
		/** Learner id of whoever has it open, and until when that is believed. */
		claimedBy: text('claimed_by'),
		claimedUntil: at('claimed_until'),
	},
	(t) => [
		uniqueIndex('grading_task_answer').on(t.learnerId, t.attemptId, t.questionId),
		index('grading_task_open')
			.on(t.courseId, t.since)
			.where(sql`graded_at is null`),
		index('grading_task_graded').on(t.courseId, t.gradedAt),
		index('grading_task_claimed')
			.on(t.claimedBy)
			.where(sql`claimed_by is not null`),
	],
);
