import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { FormName, Locale } from '#schemas/names.ts';
import { at, id } from './columns.ts';

/** The order in which a question's options, targets and each blank's choices are printed, by their ids. */
export interface PrintedOrder {
	options?: string[];
	targets?: string[];
	blanks?: Record<string, string[]>;
}

/** A form of a quiz that was drawn to be printed: what it says never changes. Results name it (`attempt.paper_form`). */
export const paperForm = pgTable(
	'paper_form',
	{
		number: text('number').primaryKey(),
		/** The same for those that were drawn together: the id of the request. */
		together: id('together').notNull(),
		courseId: text('course_id').notNull(),
		version: text('version').notNull(),
		quizId: text('quiz_id').notNull(),
		locale: text('locale').$type<Locale>().notNull(),
		form: text('form').$type<FormName>(),
		seed: text('seed').notNull(),
		questions: jsonb('questions').$type<string[]>().notNull(),
		/** By question. */
		order: jsonb('printed_order').$type<Record<string, PrintedOrder>>().notNull(),
		/** Learner id of whoever drew it. */
		madeBy: id('made_by').notNull(),
		madeAt: at('made_at').notNull(),
	},
	(t) => [index('paper_form_together').on(t.together), index('paper_form_course').on(t.courseId, t.madeAt)],
);
