import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Uncounted } from '#domain/facts.ts';
import type { QuizPolicy } from '#domain/quiz-policy.ts';
import type { PlainAnswer } from '#schemas/question.ts';
import type { FormName } from '#schemas/names.ts';
import { at, context, id } from './columns.ts';

export const attempt = pgTable(
	'attempt',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		quizId: text('quiz_id').notNull(),
		version: text('version').notNull(),
		number: integer('number').notNull(),
		seed: text('seed').notNull(),
		questions: jsonb('questions').$type<string[]>().notNull(),
		/** Which of the parallel forms it asks; null: the quiz has none. */
		form: text('form').$type<FormName>(),
		/** Those of `questions` that the learner had not met before. */
		firstExposures: jsonb('first_exposures').$type<string[]>().notNull(),
		/** Pass mark and policy of the version it was started on. */
		pass: doublePrecision('pass').notNull(),
		policy: jsonb('policy').$type<QuizPolicy>().notNull(),
		startedAt: at('started_at').notNull(),
		deadline: at('deadline'),
		submittedAt: at('submitted_at'),
		/** Sums of the latest gradings, kept whenever it is graded; null before. */
		score: doublePrecision('score'),
		maxScore: doublePrecision('max_score'),
		passed: boolean('passed'),
		/** How many of its questions wait for a person to grade them. */
		waiting: integer('waiting').notNull().default(0),
		/** Why it does not count; null: it does. */
		uncounted: text('uncounted').$type<Uncounted>(),
		/**
		 * What statistics take of it, a line an item (`domain/analysis/answered.ts`), with whole seconds beside each. Null: not
		 * told yet; it becomes so again whenever a grading is added (a trigger). `rushed`: it was clicked through.
		 */
		items: text('items').array(),
		itemSeconds: integer('item_seconds').array().$type<(number | null)[]>(),
		rushed: boolean('rushed'),
		/** The room that it was begun in; null: in none. */
		roomId: id('room_id'),
		/** Somebody saw it being taken there. */
		supervised: boolean('supervised').notNull().default(false),
		/** Number of the form on paper that it was entered from; null: it was not. */
		paperForm: text('paper_form'),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		/** A form is entered once for a person. */
		uniqueIndex('attempt_paper')
			.on(t.learnerId, t.paperForm)
			.where(sql`paper_form is not null`),
		index('attempt_paper_form')
			.on(t.paperForm)
			.where(sql`paper_form is not null`),
		uniqueIndex('attempt_number').on(t.learnerId, t.courseId, t.quizId, t.number),
		uniqueIndex('attempt_open')
			.on(t.learnerId, t.courseId, t.quizId)
			.where(sql`submitted_at is null`),
		/** For the job that closes those whose time is up. */
		index('attempt_deadline')
			.on(t.deadline)
			.where(sql`submitted_at is null`),
		index('attempt_quiz').on(t.courseId, t.quizId),
		/** For whoever supervises a room. */
		index('attempt_room')
			.on(t.roomId)
			.where(sql`room_id is not null`),
		/** For the job that tells their items. */
		index('attempt_untold')
			.on(t.courseId, t.quizId)
			.where(sql`submitted_at is not null and items is null`),
	],
);

/** One row per question of an attempt: the answer with the highest revision. */
export const response = pgTable(
	'response',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		keyHash: text('key_hash').notNull(),
		answer: jsonb('answer').$type<{ answer: PlainAnswer; confidence?: 1 | 2 | 3 }>().notNull(),
		revision: bigint('revision', { mode: 'number' }).notNull(),
		firstExposure: boolean('first_exposure').notNull(),
		firstSavedAt: at('first_saved_at').notNull(),
		savedAt: at('saved_at').notNull(),
		...context,
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.attemptId, t.questionId] })],
);

/** Appended, never overwritten: the latest grading of a response is its score. */
export const grading = pgTable(
	'grading',
	{
		learnerId: id('learner_id').notNull(),
		attemptId: id('attempt_id').notNull(),
		questionId: text('question_id').notNull(),
		number: integer('number').notNull(),
		keyHash: text('key_hash').notNull(),
		score: doublePrecision('score').notNull(),
		maxScore: doublePrecision('max_score').notNull(),
		/** Null: waits for a person. */
		correct: text('correct').$type<'true' | 'false' | 'partially'>(),
		gradedBy: text('graded_by').notNull().default('rule'),
		reason: text('reason').notNull().default('submission'),
		gradedAt: at('graded_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.attemptId, t.questionId, t.number] })],
);

/** What somebody who may gave a learner at a quiz beyond what all have: attempts, minutes, a later end. */
export const attemptGrant = pgTable(
	'attempt_grant',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		quizId: text('quiz_id').notNull(),
		/** Learner id of whoever granted it. */
		givenBy: text('given_by').notNull(),
		reason: text('reason').notNull(),
		at: at('at').notNull(),
		attempts: integer('attempts').notNull().default(1),
		/** More in every attempt, the open one too. */
		minutes: integer('minutes').notNull().default(0),
		/** Null: as for all. */
		closes: at('closes'),
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('attempt_grant_quiz').on(t.learnerId, t.courseId, t.quizId, t.at),
		index('attempt_grant_by').on(t.givenBy, t.at),
	],
);

/** A question that was answered again on "review": in which box it is since then. */
export const reviewItem = pgTable(
	'review_item',
	{
		learnerId: id('learner_id').notNull(),
		courseId: text('course_id').notNull(),
		questionId: text('question_id').notNull(),
		box: integer('box').notNull(),
		reviewedAt: at('reviewed_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.courseId, t.questionId] })],
);

/** Answers to uncounted questions in lessons. */
export const checkResponse = pgTable(
	'check_response',
	{
		learnerId: id('learner_id').notNull(),
		id: id('id').notNull(),
		courseId: text('course_id').notNull(),
		version: text('version').notNull(),
		lessonId: text('lesson_id'),
		questionId: text('question_id').notNull(),
		keyHash: text('key_hash').notNull(),
		answer: jsonb('answer').$type<{ answer: PlainAnswer; confidence?: 1 | 2 | 3 }>().notNull(),
		score: doublePrecision('score').notNull(),
		maxScore: doublePrecision('max_score').notNull(),
		firstExposure: boolean('first_exposure').notNull(),
		at: at('at').notNull(),
		...context,
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('check_response_question').on(t.learnerId, t.courseId, t.questionId),
	],
);
