import Type, { type Static } from 'typebox';
import { Context, Id, Locale, Timestamp, Uuid, VersionId, nullable } from './common.ts';
import { quizKinds, reviews } from './names.ts';
import { Nodes } from './node.ts';
import { Answer, Question, Verdict } from './question.ts';

export const AttemptRequest = Type.Object(
	{ id: Type.Optional(Uuid), course: Id, quiz: Id, locale: Locale, context: Type.Optional(Context) },
	{ additionalProperties: false },
);

export const SavedAnswer = Type.Object({
	answer: Answer,
	revision: Type.Integer(),
	savedAt: Type.String(),
});
export type SavedAnswer = Static<typeof SavedAnswer>;

/** Revisions count up on the device (a clock's milliseconds will do); the highest wins, in whatever order they arrive. */
export const AnswerRequest = Type.Object(
	{
		answer: Answer,
		revision: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
export const AnswerReceipt = Type.Object({
	question: Id,
	revision: Type.Integer({ description: 'The revision that now stands.' }),
	savedAt: Type.String(),
	accepted: Type.Boolean({ description: 'false: a higher revision was there already.' }),
});
export type AnswerReceipt = Static<typeof AnswerReceipt>;

export const SubmissionRequest = Type.Object(
	{
		answers: Type.Optional(Type.Record(Id, Answer, { additionalProperties: false, maxProperties: 500 })),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
export const Submission = Type.Object({
	attempt: Uuid,
	score: Type.Number(),
	maxScore: Type.Number(),
	passed: Type.Boolean(),
	submittedAt: Type.String(),
	review: Type.Enum(reviews, { description: 'How much the verdicts show now.' }),
	attemptsLeft: nullable(Type.Integer()),
	verdicts: Type.Record(Type.String(), Verdict),
});
export type Submission = Static<typeof Submission>;

export const Attempt = Type.Object({
	id: Uuid,
	course: Id,
	quiz: Id,
	title: Type.String(),
	intro: Nodes,
	kind: Type.Enum(quizKinds),
	version: VersionId,
	locale: Locale,
	number: Type.Integer({ description: 'Which attempt at this quiz, from 1.' }),
	pass: Type.Number(),
	startedAt: Type.String(),
	deadline: Type.Optional(Timestamp),
	questions: Type.Array(Question),
	answers: Type.Record(Type.String(), SavedAnswer),
	submission: nullable(Submission),
});
export type Attempt = Static<typeof Attempt>;

export const AttemptSummary = Type.Object({
	id: Uuid,
	course: Id,
	quiz: Id,
	title: Type.String(),
	textLocale: { ...Locale, description: 'Language of the title, where it falls back.' },
	number: Type.Integer(),
	startedAt: Type.String(),
	submittedAt: nullable(Type.String()),
	score: nullable(Type.Number()),
	maxScore: nullable(Type.Number()),
	passed: nullable(Type.Boolean()),
});
export type AttemptSummary = Static<typeof AttemptSummary>;
export const AttemptList = Type.Object({ attempts: Type.Array(AttemptSummary) });

export const CheckRequest = Type.Object(
	{
		course: Id,
		version: Type.Optional(VersionId),
		question: Id,
		lesson: Type.Optional(Id),
		locale: Type.Optional(Locale),
		answer: Answer,
		clientId: Type.Optional(Uuid),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
