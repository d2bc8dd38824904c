import { sql } from 'drizzle-orm';
import {
	boolean,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import type { RegradeScope, RegradeWay } from '#schemas/names.ts';
import { at, id } from './columns.ts';

/** Somebody asked for answers to a question to be graded again. */
export const regrade = pgTable(
	'regrade',
	{
		id: uuid('id').primaryKey(),
		courseId: text('course_id').notNull(),
		/** As it is called now. */
		questionId: text('question_id').notNull(),
		way: text('way').$type<RegradeWay>().notNull(),
		scope: text('scope').$type<RegradeScope>().notNull(),
		/** By which keys answers were graded that are graded again; null: by any. */
		keys: jsonb('keys').$type<string[]>(),
		/** The version by which they are graded, and the key that the question has there. */
		version: text('version').notNull(),
		keyHash: text('key_hash').notNull(),
		reason: text('reason').notNull(),
		/** Learner id of whoever asked. */
		askedBy: text('asked_by').notNull(),
		askedAt: at('asked_at').notNull(),
		state: text('state').$type<'previewing' | 'previewed' | 'applying' | 'applied'>().notNull(),
		appliedBy: text('applied_by'),
		appliedAt: at('applied_at'),
	},
	(t) => [
		index('regrade_course').on(t.courseId, t.askedAt),
		/** One at a time is looked at or under way. */
		uniqueIndex('regrade_open')
			.on(t.courseId, t.questionId)
			.where(sql`state <> 'applied'`),
	],
);

/** An attempt that a regrade is about: what it would do, or did. */
export const regradeChange = pgTable(
	'regrade_change',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		regradeId: id('regrade_id').notNull(),
		/** As the attempt calls it. */
		questionId: text('question_id').notNull(),
		/** `graded`: what rests on it is still to be looked at. */
		state: text('state').$type<'listed' | 'previewed' | 'graded' | 'done'>().notNull().default('listed'),
		/** Why it stays as it is; null: it is graded again. */
		left: text('left_because').$type<LeftBecause>(),
		/** Points of the question. */
		scoreBefore: doublePrecision('score_before'),
		score: doublePrecision('score'),
		maxScoreBefore: doublePrecision('max_score_before'),
		maxScore: doublePrecision('max_score'),
		/** Of the attempt. */
		passedBefore: boolean('passed_before'),
		passed: boolean('passed'),
		/** Of the course: completed by it, or resting on a pass that is gone. */
		cycle: integer('cycle'),
		gradedAt: at('graded_at'),
		/** On a completion that no longer has its pass; null: there is nothing to decide. */
		decision: text('decision').$type<'open' | 'kept' | 'withdrawn'>(),
		/** Learner id of whoever decided. */
		decidedBy: text('decided_by'),
		decidedAt: at('decided_at'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.attemptId, t.regradeId] }),
		index('regrade_change_of').on(t.regradeId, t.learnerId, t.attemptId),
		index('regrade_change_left')
			.on(t.regradeId, t.learnerId, t.attemptId)
			.where(sql`state <> 'done'`),
	],
);

/** `unreadable`: it does not fit the corrected question; `person`: a person graded it; `erased`: its answers are gone. */
export type LeftBecause = 'unreadable' | 'person' | 'erased';
