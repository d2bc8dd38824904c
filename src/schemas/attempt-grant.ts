import Type, { type Static } from 'typebox';
import { Id, Locale, described, moment, nullable } from './common.ts';
import { onePointEach } from './course.ts';

const wanted = Type.String({
	minLength: 1,
	maxLength: 40,
	description: 'User name of the learner; case does not matter.',
});
export const AttemptGrantRequest = Type.Object(
	{
		username: wanted,
		course: described(Id, 'Id of the course.'),
		quiz: described(Id, 'Id of the quiz or exam in the course.'),
		reason: Type.String({
			minLength: 1,
			maxLength: 300,
			pattern: '\\S',
			description: 'Why, 1 to 300 characters; the learner reads it.',
		}),
		attempts: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: 10,
				description: 'How many more attempts; absent: one, or none where more time is given.',
			}),
		),
		minutes: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: 600,
				description: 'Minutes more in every attempt, the open one too; absent: none.',
			}),
		),
		closes: Type.Optional(
			Type.String({
				pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$',
				description:
					'Until when the quiz is open to the learner, as clocks of the platform show it: 2026-12-01T08:00; absent: as for all.',
			}),
		),
	},
	{ additionalProperties: false },
);

export const AttemptGrantBatch = Type.Object(
	{
		...Type.Omit(AttemptGrantRequest, ['username']).properties,
		usernames: Type.Array(wanted, {
			minItems: 1,
			maxItems: 200,
			description: 'User names of the learners, 1 to 200.',
		}),
	},
	{ additionalProperties: false },
);

const username = Type.String({ description: 'User name of the learner.' });
const granted = {
	username,
	course: described(Id, 'Id of the course.'),
	quiz: described(Id, 'Id of the quiz.'),
	reason: Type.String({ description: 'Why, in the words of whoever granted it.' }),
	at: moment('When it was granted.'),
	attempts: Type.Integer({ description: 'How many more attempts; 0: none.' }),
	minutes: Type.Integer({ description: 'Minutes more in every attempt; 0: none.' }),
	closes: nullable(
		Type.String(),
		'Until when the quiz is open to the learner, ISO 8601 in UTC; null: as for all.',
	),
};
export const AttemptGrant = Type.Object(granted);
export type AttemptGrant = Static<typeof AttemptGrant>;

const Result = Type.Object({
	username: Type.String({ description: 'The user name, as it was given.' }),
	outcome: Type.Enum(['granted', 'same', 'refused'], {
		description: 'What came of it: granted now, granted before and not used yet, or refused.',
	}),
	code: nullable(Type.String(), 'Why it was refused, as problems call it; null: it was not.'),
	why: nullable(Type.String(), 'Why it was refused, in words; null: it was not.'),
});
export type AttemptGrantResult = Static<typeof Result>;
export const AttemptGrantResults = Type.Object({
	results: Type.Array(Result, { description: 'What came of each, in the order in which they were given.' }),
});

/** Who it is about, and which quiz, by their names. */
const named = {
	displayName: nullable(Type.String(), 'Name of the learner; null: not given yet.'),
	courseTitle: Type.String({ description: 'Title of the course.' }),
	quizTitle: Type.String({ description: 'Title of the quiz.' }),
	quizLocale: described(Locale, 'Language of the title of the quiz.'),
};

/** A learner who has no attempt left at a quiz that they have not passed. */
export const StuckLearner = Type.Object({
	username,
	course: described(Id, 'Id of the course.'),
	quiz: described(Id, 'Id of the quiz.'),
	...named,
	attempts: Type.Integer({ description: 'How many attempts they have handed in.' }),
	lastAt: moment('When they handed in the last one.'),
	score: Type.Number({ description: 'Points of the best one, 0 to maxScore.' }),
	maxScore: Type.Number({ description: 'The most points that the best one could have scored.' }),
	onePointEach,
	againFrom: nullable(
		Type.String(),
		'From when they may start another by themselves, ISO 8601 in UTC; null: never by waiting.',
	),
});
export type StuckLearner = Static<typeof StuckLearner>;

export const GivenAttempt = Type.Object({
	...granted,
	...named,
	used: Type.Boolean({ description: 'An attempt was started since.' }),
});
export type GivenAttempt = Static<typeof GivenAttempt>;

export const AttemptGrants = Type.Object({
	stuck: Type.Array(StuckLearner, {
		description:
			'Those in my care who have no attempt left, by who tried last; 200 people at most are looked at.',
	}),
	granted: Type.Array(GivenAttempt, { description: 'What I granted, the latest first, 50 at most.' }),
});
export type AttemptGrants = Static<typeof AttemptGrants>;
