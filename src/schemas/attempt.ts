import Type, { type Static } from 'typebox';
import { Context, Id, Locale, Uuid, VersionId, described, moment, nullable } from './common.ts';
import { onePointEach } from './course.ts';
import { Incident } from './room.ts';
import { formNames, questionOrders, quizKinds, reviews } from './names.ts';
import { Nodes } from './node.ts';
import { SentFile } from './upload.ts';
import { Answer, Question, Taught, Verdict, type Feedback, type Key } from './question.ts';

export const AttemptRequest = Type.Object(
	{
		id: Type.Optional(
			described(
				Uuid,
				'Id of the attempt, a UUID made by the client, so that a repeated start starts once; absent: the server makes one.',
			),
		),
		course: described(Id, 'Id of the course.'),
		quiz: described(Id, 'Id of the quiz or exam in the course.'),
		locale: described(Locale, 'Language to be asked in: vi, km or en.'),
		code: Type.Optional(
			Type.String({
				maxLength: 40,
				description:
					'Code of the supervised room that it is taken in, as typed; absent or empty: in none. An open attempt goes on without.',
			}),
		),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);

const uncounted = nullable(
	Type.Literal('limit'),
	'Why it does not count; null: it does. limit: it was made as a guest, and beyond what the quiz allows one person.',
);

const waiting = Type.Integer({
	description: 'How many of its questions wait for a person to grade them; so far they give no points.',
});

export const SavedAnswer = Type.Object({
	answer: Answer,
	revision: Type.Integer({ description: 'The revision under which the device sent it.' }),
	savedAt: moment('When the server saved it.'),
	file: Type.Optional(
		described(
			SentFile,
			'The file that was sent, for file; absent for other kinds, and where the file is gone.',
		),
	),
});
export type SavedAnswer = Static<typeof SavedAnswer>;

/** Revisions count up on the device (a clock's milliseconds will do); the highest wins, in whatever order they arrive. */
export const AnswerRequest = Type.Object(
	{
		answer: Answer,
		revision: Type.Integer({
			minimum: 1,
			maximum: Number.MAX_SAFE_INTEGER,
			description:
				'Counts up on the device with each change, 1 to 2⁵³ − 1 (milliseconds of a clock will do); the highest stands.',
		}),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
export const AnswerReceipt = Type.Object({
	question: described(Id, 'Id of the question that was answered.'),
	revision: Type.Integer({ description: 'The revision that now stands.' }),
	savedAt: moment('When the answer that now stands was saved.'),
	accepted: Type.Boolean({
		description: 'Whether this answer stands now; false: a higher revision was there already.',
	}),
	deadline: Type.Optional(
		moment('When the time of the attempt is up, as it stands now; absent: it has no limit.'),
	),
});
export type AnswerReceipt = Static<typeof AnswerReceipt>;

/** An answer that is a file, in one act. */
export const FileReceipt = Type.Object({
	...AnswerReceipt.properties,
	file: described(SentFile, 'The file that was sent, as it is kept.'),
});
export type FileReceipt = Static<typeof FileReceipt>;

export const FileQuery = Type.Object(
	{
		revision: Type.String({
			pattern: '^[1-9][0-9]{0,15}$',
			description:
				'Counts up on the device with each change, as with every answer; the highest stands. 1 to 2⁵³ − 1.',
		}),
	},
	{ additionalProperties: false },
);

export const SubmissionRequest = Type.Object(
	{
		answers: Type.Optional(
			Type.Record(Id, Answer, {
				additionalProperties: false,
				maxProperties: 500,
				description:
					'Last answers by question id, at most 500; they stand before what was saved. Absent: what was saved counts.',
			}),
		),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);
const CompetenceResult = Type.Object({
	skill: Type.String({ description: 'The competence, as framework:code.' }),
	score: Type.Number({ description: 'Points scored in its questions, 0 to maxScore.' }),
	maxScore: Type.Number({ description: 'The most points that its questions give.' }),
	passed: Type.Boolean({ description: 'Whether they reach the share that is asked for in each competence.' }),
});
export const Submission = Type.Object({
	attempt: described(Uuid, 'Id of the attempt.'),
	score: nullable(
		Type.Number(),
		'Points scored by the latest gradings, 0 to maxScore; null: the quiz does not tell them, or not yet.',
	),
	maxScore: Type.Number({ description: 'The most points that the questions asked give.' }),
	passed: Type.Boolean({ description: 'Whether it counts and its score reaches the share that passes.' }),
	competences: Type.Array(CompetenceResult, {
		description:
			'How it went in each competence, where each has a mark to pass; empty: none has, or points are not told.',
	}),
	uncounted,
	waiting,
	regradedAt: nullable(
		Type.String(),
		'When its points changed last because a question was graded again, ISO 8601 in UTC; null: never.',
	),
	submittedAt: moment('When it was submitted.'),
	laterAt: nullable(
		Type.String(),
		'When more of the result is told, ISO 8601 in UTC: when the quiz closes; null: nothing waits for that.',
	),
	moreOnPassing: Type.Boolean({
		description: 'Whether more of the result, such as solutions, is told once the quiz is passed.',
	}),
	review: Type.Enum(reviews, {
		description:
			'How much the verdicts show now: full (all), verdicts (right or wrong with feedback) or score (nothing).',
	}),
	attemptsLeft: nullable(
		Type.Integer(),
		'Attempts that may be started now, from 0; null: as many as one likes.',
	),
	againFrom: nullable(
		Type.String(),
		'When another attempt may be started, ISO 8601 in UTC, where none may now; null: waiting gives none, or need not be.',
	),
	lessons: Type.Array(Taught, {
		description:
			'Lessons to look at again, each once and in their order: those of the questions that were not right; of all questions where the review is score.',
	}),
	verdicts: Type.Record(Type.String(), Verdict, {
		description: 'The verdict on each question asked, by question id.',
	}),
});
export type Submission = Static<typeof Submission>;

export const Attempt = Type.Object({
	id: described(Uuid, 'Id of the attempt.'),
	course: described(Id, 'Id of the course.'),
	quiz: described(Id, 'Id of the quiz in the version that it was started on.'),
	title: Type.String({ description: 'Title of the quiz, in the language of the attempt where it has one.' }),
	intro: described(Nodes, 'What stands before the questions, as content trees; empty: nothing.'),
	kind: Type.Enum(quizKinds, { description: 'Kind of the quiz: quiz or exam are counted.' }),
	version: described(VersionId, 'Version of the course that it was started on, and is graded by.'),
	locale: described(Locale, 'Language that it was started in: vi, km or en.'),
	number: Type.Integer({ description: 'Which attempt at this quiz, from 1.' }),
	form: nullable(
		Type.Enum(formNames),
		'Which of the parallel forms of the quiz it asks, A or B; null: the quiz has none.',
	),
	pass: Type.Number({ description: 'Share of the points that passes, 0 to 1, as promised at the start.' }),
	order: Type.Enum(questionOrders, {
		description:
			'How questions come: free in any order; sequential: what was answered stays once a later question is answered.',
	}),
	startedAt: moment('When it was started.'),
	deadline: Type.Optional(moment('When its time is up; absent: it has no limit.')),
	room: nullable(
		Type.Object({
			name: Type.String({ description: 'Where it is, in the words of the supervisor.' }),
			supervised: Type.Boolean({
				description: 'Whether it counts as taken under supervision; false: it was noted that nobody saw it.',
			}),
			incidents: Type.Array(Incident, { description: 'What the supervisor noted about it.' }),
		}),
		'The supervised room that it was begun in; null: in none.',
	),
	questions: Type.Array(Question, { description: 'The questions drawn, in the order to ask them.' }),
	answers: Type.Record(Type.String(), SavedAnswer, {
		description: 'What was saved, by question id; questions without an answer are left out.',
	}),
	submission: nullable(Submission, 'What came of it; null: it is still open.'),
});
export type Attempt = Static<typeof Attempt>;

export const AttemptSummary = Type.Object({
	id: described(Uuid, 'Id of the attempt.'),
	course: described(Id, 'Id of the course.'),
	quiz: described(Id, 'Id of the quiz in the version that it was started on.'),
	title: Type.String({ description: 'Title of the quiz, in the language of `textLocale`.' }),
	textLocale: described(
		Locale,
		'Language of the title: the one asked for, else the first language of the course.',
	),
	number: Type.Integer({ description: 'Which attempt at this quiz, from 1.' }),
	startedAt: moment('When it was started.'),
	submittedAt: nullable(Type.String(), 'When it was submitted, ISO 8601 in UTC; null: it is open.'),
	score: nullable(
		Type.Number(),
		'Points scored, 0 to maxScore; null: it is open, or the quiz does not tell them.',
	),
	maxScore: nullable(Type.Number(), 'The most points that its questions give; null: it is open.'),
	onePointEach,
	passed: nullable(Type.Boolean(), 'Whether it passed; null: it is open.'),
	uncounted,
	waiting,
});
export type AttemptSummary = Static<typeof AttemptSummary>;
export const AttemptList = Type.Object({
	attempts: Type.Array(AttemptSummary, { description: 'My attempts, the latest first.' }),
});

export const CheckRequest = Type.Object(
	{
		course: described(Id, 'Id of the course.'),
		version: Type.Optional(
			described(VersionId, 'Version that the learner is reading; absent: the one published now.'),
		),
		question: described(Id, 'Id of the practice question.'),
		lesson: Type.Optional(
			described(Id, 'Id of the lesson in which it was answered, which counts for that lesson; absent: none.'),
		),
		locale: Type.Optional(
			described(Locale, 'Language that the question was shown in; absent: that in which the API speaks.'),
		),
		answer: Answer,
		clientId: Type.Optional(
			described(
				Uuid,
				'A UUID made by the client, so that an answer sent again counts once; absent: each counts by itself.',
			),
		),
		context: Type.Optional(Context),
	},
	{ additionalProperties: false },
);

/** What a device needs to judge answers in a lesson by itself. Of practice alone: a counted question's key never leaves. */
export const PracticeKeys = Type.Object({
	version: described(VersionId, 'The version that they are of.'),
	checks: Type.Array(
		Type.Object({
			question: described(Question, 'The question, as the lesson asks it.'),
			key: Type.Unsafe<Key>({ description: 'What decides the verdict, in the shape of its kind.' }),
			feedback: Type.Unsafe<Feedback>({
				description: 'What the author says: `options` by option id, and `explanation` where there is one.',
			}),
		}),
		{ description: 'The practice questions that the lesson asks, in its order.' },
	),
});
export type PracticeKeys = Static<typeof PracticeKeys>;
