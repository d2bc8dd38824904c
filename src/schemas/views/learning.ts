/** The view of what a learner has under way. */
import Type, { type Static } from 'typebox';
import { described } from '../common.ts';
import { CourseProgress } from '../progress.ts';
import { address, meInFull } from './reader.ts';
import { next } from './step.ts';

export const LearningView = Type.Object({
	me: meInFull,
	address,
	courses: Type.Array(
		Type.Object({ standing: described(CourseProgress, 'How far the learner is in it.'), next }),
		{
			description: 'Those that the learner enrolled in; the one that was learned in last comes first.',
		},
	),
	certificates: Type.Integer({ description: 'How many are in force.' }),
	reviewsDue: Type.Integer({ description: 'How many questions that went wrong are due again.' }),
	hasAttempts: Type.Boolean({ description: 'There are attempts to look back at.' }),
});
export type LearningView = Static<typeof LearningView>;
