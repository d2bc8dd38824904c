/** What results say of a quiz and its questions. */
import Type, { type Static } from 'typebox';
import { Id, Locale, TargetGroup, VersionId, described, nullable } from './common.ts';
import { channels, formNames, irtModels, itemFlags, questionKinds, quizKinds, sliceNames } from './names.ts';

export const AnalysisQuery = Type.Object(
	{
		version: Type.Optional(
			described(VersionId, 'Attempts that were started on this version alone; absent: on any.'),
		),
		locale: Type.Optional(described(Locale, 'Attempts in this language alone; absent: in any.')),
		group: Type.Optional(
			described(TargetGroup, 'Attempts of people of this target group alone; absent: of everybody.'),
		),
		assisted: Type.Optional(
			Type.Enum(['true', 'false'], {
				description: 'With a helper (true) or alone (false); absent: both.',
			}),
		),
		channel: Type.Optional(
			Type.Enum(channels, { description: 'Attempts made in this way alone; absent: in any.' }),
		),
		form: Type.Optional(
			Type.Enum(formNames, { description: 'Attempts at this parallel form alone; absent: at any.' }),
		),
		exclude: Type.Optional(
			Type.Enum(['fast'], {
				description:
					'Without attempts half of whose answers came faster than anybody reads, and without such answers in others ' +
					'(fast); absent: with them.',
			}),
		),
		irt: Type.Optional(
			Type.Enum(irtModels, {
				description:
					'Fits an item response model to the newest 1,000 first attempts: 1pl (one discrimination for all) or 2pl; ' +
					'absent: none.',
			}),
		),
	},
	{ additionalProperties: false },
);
export type AnalysisQuery = Static<typeof AnalysisQuery>;

const number = (description: string) => nullable(Type.Number(), `${description} Null: cannot be told.`);
const count = (description: string) => Type.Integer({ description });
const few = Type.Boolean({ description: 'So few people that the figures are uncertain.' });

const Third = Type.Object({
	people: count('How many people are in it; who is level with its last belongs to it.'),
	facility: Type.Number({ description: 'Mean points of the question by its most points, 0 to 1.' }),
});

const OptionCount = Type.Object({
	option: Type.String({ description: 'Id of the option; true or false of a statement.' }),
	text: nullable(Type.String(), 'What it says; null: no longer known, or a statement’s true or false.'),
	right: Type.Boolean({ description: 'It is right by this key.' }),
	people: count('How many people chose it in their first attempts.'),
	lower: count('Of those, how many of the third who did worst in the rest of the test.'),
	upper: count('Of those, how many of the third who did best in the rest of the test.'),
});
export type OptionCount = Static<typeof OptionCount>;

export const ItemAnalysis = Type.Object({
	question: described(Id, 'Id of the question, as it is called now.'),
	revision: Type.String({ description: 'Names the key that its answers were graded by last.' }),
	n: nullable(
		Type.Integer(),
		'Its place among the questions of the quiz, from 1; null: it is there no more.',
	),
	title: nullable(Type.String(), 'The question; null: no longer known.'),
	kind: nullable(Type.Enum(questionKinds), 'Kind of the question; null: no longer known.'),
	locale: described(Locale, 'Language of the title and the options.'),
	isCurrent: Type.Boolean({ description: 'It is asked now, with this key.' }),
	survey: Type.Boolean({
		description: 'It asks for an opinion: there is no right answer, and what rests on one cannot be told.',
	}),
	about: nullable(Type.String(), 'Title of the case that it is about; null: none.'),
	estimate: nullable(
		Type.Number(),
		'The share of the points that its author expects people to get, 0 to 1; null: not said.',
	),
	source: nullable(
		Type.String(),
		'Where its author has it from, a web address or the number of a law; null: not said.',
	),
	expires: nullable(Type.String(), 'The last day on which it holds, YYYY-MM-DD; null: not said.'),
	confidence: nullable(
		Type.Array(
			Type.Object({
				level: Type.Enum([1, 2, 3], { description: 'How sure: 1 not, 2 fairly, 3 very.' }),
				right: count('Answers that were right.'),
				wrong: count('Answers that were not, or not wholly.'),
			}),
			{ description: 'How answers went by how sure people said they were, in all attempts.' },
		),
		'How answers went by how sure people were; null: nobody said.',
	),
	attempts: count('How often it was asked.'),
	uncounted: count('How often of these it did not count: it was on trial, or was dropped.'),
	people: count('How many people were asked it, in their first attempts.'),
	maxScore: Type.Number({ description: 'The most points that it gives; 1 of one that never counted.' }),
	facility: number('Mean points by most points, 0 to 1, of all attempts.'),
	standardDeviation: number('Of its points, of all attempts.'),
	discrimination: number(
		'Discrimination index: 100 times the correlation of its points with those for all else, −100 to 100, of first attempts.',
	),
	efficiency: number(
		'Discriminative efficiency: 100 times the covariance of its points with those for all else by the largest that these points could have, at most 100, of first attempts.',
	),
	empty: number('Share of all attempts that left it empty, 0 to 1.'),
	meanSeconds: number('Mean time until an answer was first saved, in seconds, where it is known.'),
	fast: count('Answers that came faster than anybody can read the question.'),
	lower: nullable(
		Third,
		'The third who did worst in the rest of the test; null: nothing tells people apart.',
	),
	upper: nullable(Third, 'The third who did best in the rest of the test; null: nothing tells people apart.'),
	options: Type.Array(OptionCount, {
		description: 'Options that are right or were chosen, the most chosen first; empty where none can be.',
	}),
	suggestedKey: nullable(Type.String(), 'The wrong option that may be the right one; null: none.'),
	flags: Type.Array(Type.Enum(itemFlags), { description: 'What to look at.' }),
	irt: nullable(
		Type.Object({
			discrimination: number('Slope of the model, on the logistic scale.'),
			difficulty: number('Ability at which half get it right, in standard deviations of the people.'),
		}),
		'By the model that was asked for; null: none was, or this is a key of before.',
	),
});
export type ItemAnalysis = Static<typeof ItemAnalysis>;

const SliceFigures = Type.Object({
	by: Type.Enum(sliceNames, { description: 'What attempts are parted by.' }),
	value: nullable(Type.String(), 'Which of these; null: not known.'),
	attempts: count('How many attempts.'),
	people: count('How many of them are a person’s first.'),
	mean: number('Mean share of the points in first attempts, 0 to 1.'),
	standardDeviation: number('Of these shares.'),
	passRate: number('Share of first attempts that passed, 0 to 1.'),
	few,
});
export type SliceFigures = Static<typeof SliceFigures>;

export const QuizAnalysis = Type.Object({
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({ description: 'Title of the course.' }),
	courseLocale: described(Locale, 'Language of the title of the course.'),
	quiz: described(Id, 'Id of the quiz.'),
	title: Type.String({ description: 'Title of the quiz.' }),
	locale: described(Locale, 'Language of the title of the quiz.'),
	attempts: count('Attempts that were handed in, in this slice.'),
	people: count('Of these, people’s first attempts.'),
	few,
	waiting: count('Attempts that are counted within minutes, and are not in these figures yet.'),
	rushed: count('Attempts half of whose answers came faster than anybody reads.'),
	maxScore: Type.Number({ description: 'The most points, the mean of it where attempts differ.' }),
	mean: number('Mean points of first attempts.'),
	median: number('Median points of first attempts.'),
	standardDeviation: number('Of the points of first attempts.'),
	skewness: number('Of the points of first attempts.'),
	kurtosis: number('Of the points of first attempts, above that of the normal distribution.'),
	alpha: number('Cronbach’s alpha, with KR-20 as its case, of first attempts.'),
	standardError: number('Of measurement, in points: about two thirds would score within it if asked again.'),
	passRate: Type.Object(
		{
			first: number('Share of first attempts that passed, 0 to 1.'),
			all: number('Share of all attempts that passed, 0 to 1.'),
		},
		{ description: 'How many passed.' },
	),
	distribution: Type.Array(
		Type.Object({
			from: Type.Number({ description: 'Points, from this on.' }),
			to: Type.Number({ description: 'To below this; the last one holds all points too.' }),
			people: count('How many first attempts.'),
		}),
		{ description: 'How many people scored how much.' },
	),
	versions: Type.Array(
		Type.Object({
			version: described(VersionId, 'A version of the course.'),
			attempts: count('Attempts that were started on it.'),
		}),
		{ description: 'The versions that attempts of this slice were started on.' },
	),
	slices: Type.Array(SliceFigures, {
		description: 'Parts of these attempts, each with its number of cases.',
	}),
	irt: nullable(
		Type.Object({
			model: Type.Enum(irtModels, { description: 'Which model.' }),
			people: count('How many people it was fitted to.'),
			logLikelihood: number('Of the fit.'),
			converged: Type.Boolean({ description: 'It settled.' }),
		}),
		'The model that was asked for; null: none was.',
	),
	items: Type.Array(ItemAnalysis, {
		description: 'A question with each of its keys, in the order of the quiz, what is there no more last.',
	}),
});
export type QuizAnalysis = Static<typeof QuizAnalysis>;

const AnalysedQuiz = Type.Object({
	quiz: described(Id, 'Id of the quiz.'),
	title: Type.String({ description: 'Its title.' }),
	locale: described(Locale, 'Language of the title.'),
	kind: Type.Enum(quizKinds, { description: 'What it is for.' }),
	attempts: count('Attempts that were handed in.'),
	people: count('Of these, people’s first attempts.'),
	passRate: number('Share of first attempts that passed, 0 to 1.'),
});
export const AnalysedCourse = Type.Object({
	course: described(Id, 'Id of the course.'),
	title: Type.String({ description: 'Its title.' }),
	locale: described(Locale, 'Language of the title.'),
	withdrawn: Type.Boolean({ description: 'It is offered no more.' }),
	quizzes: Type.Array(AnalysedQuiz, { description: 'Its quizzes, in the order of the course.' }),
});
export type AnalysedCourse = Static<typeof AnalysedCourse>;
export const Analyses = Type.Object({
	courses: Type.Array(AnalysedCourse, {
		description: 'Courses with quizzes whose results I may read; of withdrawn ones those that have results.',
	}),
});
export type Analyses = Static<typeof Analyses>;
