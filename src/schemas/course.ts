import Type, { type Static } from 'typebox';
import {
	CompetenceCode,
	CompetenceName,
	Id,
	Locale,
	TargetGroup,
	VersionId,
	described,
	moment,
	nullable,
} from './common.ts';
import { questionOrders, quizAccesses, quizKinds, tellingTimes } from './names.ts';
import { Nodes } from './node.ts';
import { Question } from './question.ts';

export const SkillLevel = Type.Object({
	framework: described(Id, 'Id of the framework that the competence belongs to.'),
	competence: CompetenceCode,
	level: Type.Integer({ description: 'Level that the course leads to, 1 to 8.' }),
});
export type SkillLevel = Static<typeof SkillLevel>;

const Picture = nullable(
	Type.String(),
	'Address of the picture that stands for it on pages, decoration; null: its author chose none.',
);

/** Texts are in the locale asked for, else the course's source locale; `locale` says which. */
export const CourseSummary = Type.Object({
	id: described(Id, 'Id of the course; it never changes.'),
	version: described(VersionId, 'The version told of, to be sent with what a learner does in it.'),
	title: Type.String({ description: 'Title of the course, in the language of `locale`.' }),
	summary: Type.String({
		description: 'What it is about in one or two sentences, in the language asked for where it is there.',
	}),
	locale: described(
		Locale,
		'Language of the title: the one asked for, else the first language of the course.',
	),
	locales: Type.Array(Locale, { description: 'Languages in which the whole course is there.' }),
	groups: Type.Array(TargetGroup, { description: 'Target groups that it is made for.' }),
	skills: Type.Array(SkillLevel, { description: 'Competences that it leads to, each with its level.' }),
	lessonCount: Type.Integer({ description: 'How many lessons it has.' }),
	quizCount: Type.Integer({ description: 'How many counted quizzes and exams it has.' }),
	minutes: Type.Integer({ description: 'Reading time of all lessons together, in minutes.' }),
	takes: Type.Integer({
		description: 'Minutes that the whole course takes, about: reading, trying out, questions and quizzes.',
	}),
	certificate: Type.Boolean({ description: 'Whether a certificate can be earned.' }),
	picture: Picture,
});
export type CourseSummary = Static<typeof CourseSummary>;
export const CourseList = Type.Object({
	courses: Type.Array(CourseSummary, { description: 'The courses that are published now.' }),
});

export const LessonSummary = Type.Object({
	id: described(Id, 'Id of the lesson, the same in every language.'),
	title: Type.String({ description: 'Title of the lesson, in the language of `locale`.' }),
	summary: Type.Optional(Type.String({ description: 'One sentence about it; absent: not written.' })),
	locale: described(
		Locale,
		'Language that the lesson is in: the one asked for, else the first language of the course.',
	),
	minutes: Type.Integer({ description: 'Reading time in minutes, from 1.' }),
	takes: Type.Integer({
		description: 'Minutes that it takes, about: reading, its questions and the tasks to try out.',
	}),
	part: nullable(
		Type.Object({
			id: described(Id, 'Id of the part.'),
			title: Type.String({ description: 'Name of the part, in the language asked for where it has one.' }),
		}),
		'The part of the course that it belongs to; null: the course is one whole.',
	),
	bytes: Type.Integer({ description: 'Weight of text and pictures in bytes, films and sound apart.' }),
	soundBytes: Type.Integer({ description: 'Weight in bytes of all that can be heard in it; 0: nothing.' }),
	checks: Type.Array(Id, { description: 'Ids of the practice questions in it, in their order.' }),
	tries: Type.Array(Id, { description: 'Ids of the tasks to try out in it, in their order.' }),
	required: Type.Boolean({ description: 'Whether the course is complete only with it.' }),
});
export type LessonSummary = Static<typeof LessonSummary>;

export const onePointEach = Type.Boolean({
	description: 'Every question gives one point, so that points are counted as right answers are.',
});
const told = (what: string) =>
	Type.Enum(tellingTimes, { description: `When ${what} told, at the earliest.` });

export const QuizSummary = Type.Object({
	id: described(Id, 'Id of the quiz, the same in every language.'),
	title: Type.String({ description: 'Title of the quiz, in the language of `locale`.' }),
	locale: described(
		Locale,
		'Language of the quiz: the one asked for, else the first language of the course.',
	),
	kind: Type.Enum(quizKinds, {
		description: 'Kind of the quiz: practice stands in lessons; quiz and exam are counted.',
	}),
	questions: Type.Integer({ description: 'How many questions that count an attempt asks.' }),
	pool: Type.Integer({
		description: 'How many questions they are drawn from, those that stand in for one another being one.',
	}),
	forms: nullable(
		Type.Integer(),
		'How many parallel forms it has, of equal make-up and without a question in two of them; null: each attempt draws its own.',
	),
	trials: Type.Integer({ description: 'How many questions are asked beside these, to try them out.' }),
	surveys: Type.Integer({
		description: 'How many questions ask for an opinion beside these, and give no points.',
	}),
	pass: Type.Number({ description: 'Share of the points that passes, 0 to 1.' }),
	onePointEach,
	attempts: nullable(Type.Integer(), 'How many attempts are allowed, from 1; null: as many as one likes.'),
	retryHours: nullable(
		Type.Integer(),
		'Once all attempts are used up, another one is given after so many hours; null: none is, or there is no limit.',
	),
	minutes: nullable(Type.Integer(), 'Time allowed in minutes; null: no limit.'),
	takes: Type.Integer({ description: 'Minutes that an attempt takes, about.' }),
	hints: Type.Boolean({ description: 'Whether hints are offered.' }),
	required: Type.Boolean({ description: 'Whether the course is complete only once it is passed.' }),
	passEach: nullable(
		Type.Number(),
		'Share of the points of each competence that passes, 0 to 1; null: competences have no mark of their own.',
	),
	waitMinutes: nullable(
		Type.Integer(),
		'Minutes from handing one attempt in to starting the next; null: none.',
	),
	opensAt: nullable(Type.String(), 'When it opens, ISO 8601 in UTC; null: it is open.'),
	closesAt: nullable(Type.String(), 'When it closes for all, ISO 8601 in UTC; null: never.'),
	access: Type.Enum(quizAccesses, {
		description: 'How an attempt begins: code with the code of a supervised room; open without.',
	}),
	order: Type.Enum(questionOrders, {
		description:
			'How questions come: free in any order; sequential: what was answered stays once a later one is answered.',
	}),
	show: Type.Object(
		{
			score: told('the points are'),
			verdicts: told('right or wrong is'),
			key: told('right answers are'),
			explanation: told('explanations are'),
		},
		{ description: 'When a result tells what, each only where what stands before it is told.' },
	),
});
export type QuizSummary = Static<typeof QuizSummary>;

const StepKind = Type.Enum(['lesson', 'quiz'], {
	description: 'Whether it is a lesson or a counted quiz or exam.',
});
export const OutlineItem = Type.Object({
	kind: StepKind,
	id: described(Id, 'Id of the lesson or quiz.'),
});
export type OutlineItem = Static<typeof OutlineItem>;

export const CoursePart = Type.Object({
	id: described(Id, 'Id of the part.'),
	title: Type.String({ description: 'Name of the part, in the language of `locale`.' }),
	locale: described(Locale, 'Language of the name.'),
	picture: Picture,
	takes: Type.Integer({ description: 'Minutes that its lessons and quizzes take, about.' }),
	items: Type.Array(OutlineItem, { description: 'Its lessons and quizzes: a stretch of the outline.' }),
});
export type CoursePart = Static<typeof CoursePart>;

export const Course = Type.Object({
	...CourseSummary.properties,
	sourceLocale: described(Locale, 'Language that the course was written in first.'),
	framework: nullable(
		Type.String(),
		'Id of the framework that its competence codes belong to; null: none is named.',
	),
	outline: Type.Array(OutlineItem, {
		description: 'Lessons and counted quizzes, in the order to go through them.',
	}),
	parts: Type.Array(CoursePart, {
		description: 'Its parts, which hold the whole outline between them; empty: the course is one whole.',
	}),
	lessons: Type.Array(LessonSummary, { description: 'Its lessons, in their order.' }),
	quizzes: Type.Array(QuizSummary, { description: 'Its quizzes, exams and practice.' }),
	certificateTitle: nullable(Type.String(), 'What its certificate is called; null: it gives none.'),
	validFor: nullable(
		Type.String(),
		'How long a certificate holds, as an ISO 8601 duration such as P2Y; null: for ever, or there is none.',
	),
	supervised: Type.Boolean({
		description:
			'Whether the certificate asks for its quizzes to be passed in a supervised room, or for somebody who vouches.',
	}),
	licence: nullable(Type.String(), 'Licence of the content, such as CC-BY-4.0; null: none is named.'),
	authors: Type.Array(Type.String(), { description: 'Names of its authors, as they wish to be shown.' }),
	reviewBy: nullable(
		Type.String(),
		'Day by which the content is to be looked over again, YYYY-MM-DD; null: none is named.',
	),
	publishedAt: moment('When this version was published.'),
});
export type Course = Static<typeof Course>;

const Neighbour = Type.Object({
	kind: StepKind,
	id: described(Id, 'Id of the lesson or quiz.'),
	title: Type.String({ description: 'Its title, in the language asked for where it has one.' }),
});
/** A lesson that was read aloud. */
export const Recording = Type.Object({
	address: Type.String({ description: 'Where the audio file is, from the root of the site.' }),
	bytes: Type.Integer({ description: 'Its size in bytes.' }),
	seconds: Type.Number({ description: 'How long it plays, in seconds.' }),
	cues: nullable(
		Type.String(),
		'Address of a WebVTT file that says when which block is read: a cue is named `title`, or by the number of its block, from 1; null: there is none.',
	),
	machineMade: Type.Boolean({ description: 'Whether its voice is a machine’s, no person’s.' }),
	outdated: Type.Boolean({ description: 'Whether the text has changed since it was read.' }),
});
export type Recording = Static<typeof Recording>;

export const Lesson = Type.Object({
	course: described(Id, 'Id of the course.'),
	courseTitle: Type.String({
		description: 'Title of the course, in the language asked for where it has one.',
	}),
	version: described(VersionId, 'Version of the course that this lesson is from.'),
	...LessonSummary.properties,
	locales: Type.Array(Locale, { description: 'Languages this lesson is in.' }),
	skills: Type.Array(CompetenceName, { description: 'Competences that it trains, as framework:code.' }),
	nodes: described(Nodes, 'The lesson itself, as content trees.'),
	recording: nullable(Recording, 'The whole lesson, read aloud; null: nobody has recorded it.'),
	questions: Type.Array(Question, { description: 'The practice questions named by its Check components.' }),
	position: Type.Integer({ description: 'Which lesson of the course, from 1.' }),
	of: Type.Integer({ description: 'How many lessons the course has.' }),
	previous: nullable(Neighbour, 'What comes before it in the outline; null: it is the first.'),
	next: nullable(Neighbour, 'What comes after it in the outline; null: it is the last.'),
});
export type Lesson = Static<typeof Lesson>;
