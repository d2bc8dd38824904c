/** The view of what a learner has under way, and has got of it. */
import Type, { type Static } from 'typebox';
import { Certificate } from '../certificate.ts';
import { AttemptSummary } from '../attempt.ts';
import { described, nullable } from '../common.ts';
import { CourseProgress } from '../progress.ts';
import { address, meInFull } from './reader.ts';
import { place } from './step.ts';

const Left = Type.Object({
	lessons: Type.Integer({ description: 'Required lessons that are not done.' }),
	quizzes: Type.Integer({ description: 'Required quizzes that are not passed.' }),
	isExam: Type.Boolean({ description: 'All that is left of quizzes is one exam.' }),
	minutes: Type.Integer({ description: 'How many minutes all of that takes, about.' }),
});

const Week = Type.Object({
	lessons: Type.Integer({ description: 'Lessons that were done.' }),
	quizzes: Type.Integer({ description: 'Attempts at quizzes and exams that were handed in.' }),
	minutes: Type.Integer({ description: 'How many minutes these take, about: not what a clock measured.' }),
});
export type Week = Static<typeof Week>;

export const LearningView = Type.Object({
	me: meInFull,
	address,
	courses: Type.Array(
		Type.Object({
			standing: described(CourseProgress, 'How far the learner is in it.'),
			...place,
			left: described(Left, 'What the course still asks for.'),
			certifies: Type.Boolean({ description: 'The course gives a certificate.' }),
		}),
		{
			description: 'Those that the learner enrolled in; the one that was learned in last comes first.',
		},
	),
	certificates: Type.Array(Certificate, { description: 'Those in force first, and the newest first.' }),
	byPeople: Type.Array(
		Type.Object({
			...AttemptSummary.properties,
			gradedAt: nullable(
				Type.String(),
				'When a person graded something of it last, ISO 8601 in UTC; null: not lately.',
			),
			regradedAt: nullable(
				Type.String(),
				'When its points changed last because a question was graded again, ISO 8601 in UTC; null: not lately.',
			),
		}),
		{
			description:
				'Attempts that wait for a person to grade them, or were graded by one, or again, in the last two weeks.',
		},
	),
	reviewsDue: Type.Integer({ description: 'How many questions that went wrong are due again.' }),
	hasAttempts: Type.Boolean({ description: 'There are attempts to look back at.' }),
	week: described(Week, 'What was done since Monday, in the time zone of the platform.'),
});
export type LearningView = Static<typeof LearningView>;
