/** Views of quizzes, attempts at them, and what is looked at again. */
import Type, { type Static } from 'typebox';
import { Attempt, AttemptSummary } from '../attempt.ts';
import { Id, Locale, Uuid, described, moment, nullable } from '../common.ts';
import { QuizSummary } from '../course.ts';
import { QuizProgress } from '../progress.ts';
import { Reviewing } from '../review.ts';
import { address, me } from './reader.ts';
import { next, title } from './step.ts';

/** As much of a submitted attempt as a list of them shows. */
export const SubmittedAttempt = Type.Object({
	...Type.Pick(AttemptSummary, [
		'id',
		'number',
		'score',
		'maxScore',
		'onePointEach',
		'passed',
		'uncounted',
		'waiting',
	]).properties,
	submittedAt: moment('When it was submitted.'),
});
export type SubmittedAttempt = Static<typeof SubmittedAttempt>;

/** It says nothing that the page does not show, so that the page can be sent again to more people. */
export const QuizView = Type.Object({
	me,
	address,
	course: Type.Object({ id: Id, title }, { description: 'The course that the quiz belongs to.' }),
	quiz: described(QuizSummary, 'The quiz, without its questions.'),
	locales: Type.Array(Locale, { description: 'Languages this quiz is in.' }),
	calendar: nullable(
		Type.Enum(['not-open', 'closed']),
		'Why the calendar lets the reader begin no attempt now; null: it does.',
	),
	standing: nullable(
		Type.Object({
			...Type.Pick(QuizProgress, ['attemptsLeft', 'againFrom', 'passed']).properties,
			refusal: nullable(
				Type.Enum(['used-up', 'wait', 'not-open', 'closed']),
				'Why no attempt may be started now; null: one may.',
			),
			closesAt: nullable(Type.String(), 'When it closes for the reader, ISO 8601 in UTC; null: never.'),
			extraMinutes: Type.Integer({ description: 'Minutes that the reader has more; 0: none.' }),
		}),
		'How the reader stands in the quiz; null: a visitor.',
	),
	granted: nullable(
		Type.Object({
			reason: Type.String({ description: 'Why, as whoever granted it wrote.' }),
			attempts: Type.Integer({ description: 'How many more attempts; 0: more time.' }),
			by: nullable(Type.String(), 'Name of whoever granted it; null: none is known.'),
		}),
		'What somebody granted the reader last: attempts that are not used yet, or more time; null: nothing.',
	),
	attempts: Type.Array(SubmittedAttempt, { description: 'At this quiz, submitted, the latest first.' }),
	open: Type.Union([Uuid, Type.Null()], { description: 'The attempt that is under way.' }),
	next,
});
export type QuizView = Static<typeof QuizView>;

export const ReviewView = Type.Object({ me, address, ...Reviewing.properties });
export type ReviewView = Static<typeof ReviewView>;

export const AttemptView = Type.Object({
	me,
	address,
	attempt: described(Attempt, 'The attempt, with its questions.'),
	skip: nullable(
		Type.Object({ next }),
		'Where to go on without it; null: the course asks for this quiz, or is no longer open.',
	),
});
export type AttemptView = Static<typeof AttemptView>;

export const ResultView = Type.Object({
	me,
	address,
	attempt: described(Attempt, 'The attempt, submitted, with its verdicts.'),
	course: Type.Union([Type.Object({ id: Id, title }), Type.Null()], {
		description: 'Null: the course was withdrawn.',
	}),
	quiz: nullable(
		Id,
		'What the quiz is called now; null: it is gone from the course, or the course was withdrawn.',
	),
	next,
	passedBefore: Type.Boolean({ description: 'An attempt at this quiz has passed, this one or another.' }),
});
export type ResultView = Static<typeof ResultView>;

export const AnswersView = Type.Object({
	me,
	address,
	groups: Type.Array(
		Type.Object({
			course: Id,
			title,
			quizzes: Type.Array(
				Type.Object({
					quiz: Id,
					title,
					locale: { ...Locale, description: 'Language of the title.' },
					attempts: Type.Array(AttemptSummary, { description: 'The latest first.' }),
				}),
				{ description: 'Its quizzes that were tried.' },
			),
		}),
		{ description: 'Attempts by course and quiz; the one that was worked at last comes first.' },
	),
});
export type AnswersView = Static<typeof AnswersView>;
