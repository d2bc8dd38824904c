/** A question whose key was wrong: answers to it graded again. */
import Type, { type Static } from 'typebox';
import { Id, Locale, Uuid, VersionId, described, moment, nullable } from './common.ts';
import { regradeScopes, regradeWays } from './names.ts';

const way = Type.Enum(regradeWays, {
	description:
		'What is done: by the corrected key (new-key), all points for everybody (full-credit), or the question no longer counts (drop).',
});
const scope = Type.Enum(regradeScopes, {
	description: 'Which answers: those graded by a key that the question no longer has (older), or all.',
});
const reason = Type.String({
	minLength: 1,
	maxLength: 500,
	pattern: '\\S',
	description: 'What was wrong, as learners whose points change are told; 1 to 500 characters.',
});

export const RegradeRequest = Type.Object(
	{
		question: described(Id, 'The question, as it is called now.'),
		way,
		scope: Type.Optional(
			Type.Enum(regradeScopes, {
				description:
					'Which answers; absent: those graded by a key that it no longer has where there are such, else all.',
			}),
		),
		reason,
	},
	{ additionalProperties: false },
);
export type RegradeRequest = Static<typeof RegradeRequest>;

const count = (description: string) => Type.Integer({ minimum: 0, description });

const summary = {
	id: described(Uuid, 'Id of the regrade.'),
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({ description: 'Title of the course.' }),
	question: described(Id, 'The question, as it was called when this was asked for.'),
	quiz: described(Id, 'The quiz that asks it.'),
	quizTitle: Type.String({ description: 'Title of the quiz.' }),
	title: Type.String({ description: 'The question, as plain text.' }),
	locale: described(Locale, 'Language of the question.'),
	way,
	scope,
	reason,
	version: described(VersionId, 'The version of the course by which answers are graded.'),
	state: Type.Enum(['previewing', 'previewed', 'applying', 'applied'], {
		description:
			'How far it is: previewing (what it would do is being worked out), previewed (it can be applied), applying (points are being changed) or applied.',
	}),
	askedAt: moment('When it was asked for.'),
	appliedAt: nullable(moment('When it was applied.'), 'Null: it is not.'),
};
export const RegradeSummary = Type.Object(summary);
export type RegradeSummary = Static<typeof RegradeSummary>;

export const RegradeList = Type.Object({
	regrades: Type.Array(RegradeSummary, { description: 'The latest first.' }),
});
export type RegradeList = Static<typeof RegradeList>;

const points = (when: string) =>
	Type.Object(
		{
			score: Type.Number({ description: 'Points of the question.' }),
			maxScore: Type.Number({ description: 'The most points that it gives.' }),
			passed: Type.Boolean({ description: 'Whether the attempt is passed.' }),
		},
		{ description: when },
	);

export const RegradeChange = Type.Object({
	attempt: described(Uuid, 'Id of the attempt.'),
	quiz: nullable(Id, 'The quiz, as it was called then; null: the learner was erased.'),
	number: nullable(Type.Integer(), 'Which of the learner’s attempts at it; null: the learner was erased.'),
	name: nullable(Type.String(), 'What the learner is called; null: no name is known.'),
	username: nullable(Type.String(), 'The learner’s user name; null: a guest.'),
	before: points('As it was.'),
	after: points('As it is, or would be.'),
	completes: Type.Boolean({ description: 'The course is completed by this.' }),
	falls: Type.Boolean({ description: 'The course was completed by a pass that is gone.' }),
	serial: nullable(
		Type.String(),
		'Serial of the certificate that rests on that pass and is in force; null: there is none.',
	),
	decision: nullable(
		Type.Enum(['open', 'kept', 'withdrawn']),
		'What was decided on the completion that lost its pass: open (nobody has decided), kept or withdrawn; null: nothing is to be decided.',
	),
});
export type RegradeChange = Static<typeof RegradeChange>;

export const Regrade = Type.Object({
	...summary,
	counts: Type.Object(
		{
			attempts: count('Attempts that it is about.'),
			open: count('Of those, still under way: they are graded again once they are handed in.'),
			previewed: count('Looked at by now.'),
			done: count('Graded again by now, those left as they are included.'),
			gain: count('With more points.'),
			lose: count('With fewer points.'),
			passGained: count('Passed by it.'),
			passLost: count('No longer passed.'),
			completes: count('Completing the course by it.'),
			falls: count('Whose learner completed the course by a pass that is gone.'),
			unreadable: count('Left as they are, since the answer does not fit the corrected question.'),
			person: count('Left as they are, since a person graded the answer.'),
			erased: count('Left as they are, since the learner was erased and with them the answers.'),
			undecided: count('Completions that wait for a decision.'),
		},
		{ description: 'How many attempts.' },
	),
	changes: Type.Array(RegradeChange, {
		description: 'Attempts whose points change, what weighs most first; at most 200.',
	}),
});
export type Regrade = Static<typeof Regrade>;

export const RegradeDecision = Type.Object(
	{
		attempt: described(Uuid, 'The attempt that lost its pass.'),
		outcome: Type.Enum(['kept', 'withdrawn'], {
			description:
				'The completion and its certificate stay (kept), or are taken back, the certificate for everyone to see (withdrawn).',
		}),
		reason: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 500,
				pattern: '\\S',
				description:
					'Why it is taken back, as everyone who checks the certificate reads; needed for that alone.',
			}),
		),
	},
	{ additionalProperties: false },
);
export type RegradeDecision = Static<typeof RegradeDecision>;
