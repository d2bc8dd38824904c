/** What a page shows, from one call: a view. What depends on the reader is null for visitors without a session. */
import Type, { type Static } from 'typebox';
import { CodeMade, Me } from './account.ts';
import { Attempt, AttemptSummary } from './attempt.ts';
import { PersonInCare } from './care.ts';
import { Certificate, Proof } from './certificate.ts';
import { OwnCorrection } from './correction.ts';
import { Id, Locale, TargetGroup, Uuid, described, moment, nullable } from './common.ts';
import { Course, CoursePart, CourseSummary, Lesson, QuizSummary } from './course.ts';
import { Framework } from './framework.ts';
import { addresses } from './names.ts';
import { CourseProgress, QuizProgress } from './progress.ts';
import { praises } from './names.ts';
import { Reviewing } from './review.ts';
import { Track, TrackSummary } from './track.ts';

const NextLesson = Type.Object({
	kind: Type.Enum(['start', 'lesson', 'again'], {
		description: 'The first lesson, one that is not done yet, or the first again.',
	}),
	id: { ...Id, description: 'The lesson.' },
	n: Type.Integer({ description: 'Which lesson of the course, from 1.' }),
});
const NextQuiz = Type.Object({
	kind: Type.Literal('quiz', { description: 'A required quiz that is not passed yet.' }),
	id: { ...Id, description: 'The quiz.' },
});
const AskCertificate = Type.Object({
	kind: Type.Literal('ask-certificate', { description: 'All is done; the certificate can be asked for.' }),
});
const SeeCertificate = Type.Object({
	kind: Type.Literal('certificate', { description: 'A certificate was issued.' }),
	serial: Type.String({ description: 'Its serial.' }),
});
export const NextStep = Type.Union([NextLesson, NextQuiz, AskCertificate, SeeCertificate], {
	description: 'What the one main button of a course leads to.',
});
export type NextStep = Static<typeof NextStep>;

/** As much of whoever reads as every page needs; their name is not in it. */
export const Reader = Type.Object({
	id: Type.String({ description: 'The learner.' }),
	guest: Type.Boolean({ description: 'No log-in yet.' }),
	shared: Type.Boolean({ description: 'On a shared phone.' }),
	guests: Type.Array(Type.String(), {
		description:
			'Guests whose learning was brought into my account: what their pages and devices still send counts as mine.',
	}),
	targetGroup: nullable(TargetGroup, 'Target group that the reader belongs to; null: unknown.'),
	codesMade: Type.Array(CodeMade, {
		description: 'Codes made for this account that I have not acknowledged.',
	}),
});
export type Reader = Static<typeof Reader>;

const me = Type.Union([Reader, Type.Null()], {
	description: 'Who reads; null: a visitor without a session.',
});
const meInFull = Type.Union([Me, Type.Null()], {
	description: 'Who reads; null: a visitor without a session.',
});
const address = Type.Optional(
	Type.Enum(addresses, {
		description:
			'How the page addresses its reader: as the track of its course does, else that of the reader’s group.',
	}),
);
const next = Type.Union([NextStep, Type.Null()], { description: 'Null: the course has no lesson.' });
const title = Type.String({ description: 'In the language asked for, else in another.' });

const courseNamed = Type.Object(
	{ id: Id, title, locale: { ...Locale, description: 'Language of the title.' } },
	{ description: 'The course, by id and title.' },
);
const named = { title, locale: { ...Locale, description: 'Language of the title.' } };

const standings = Type.Array(
	Type.Object({
		course: { ...Id, description: 'The course.' },
		done: Type.Integer({ description: 'Required lessons and quizzes done.' }),
		total: Type.Integer({ description: 'Required lessons and quizzes.' }),
	}),
	{ description: 'How far the reader is in each course that they have begun.' },
);
export type Standing = Static<typeof standings>[number];

export const HomeView = Type.Object({
	me,
	address,
	tracks: Type.Array(TrackSummary, { description: 'Ways through courses, one a target group.' }),
	starts: Type.Array(
		Type.Object({
			track: { ...Id, description: 'The track.' },
			course: courseNamed,
			lesson: { ...Id, description: 'Its first lesson.' },
		}),
		{ description: 'Where each track begins.' },
	),
	current: Type.Union(
		[
			Type.Object({
				course: courseNamed,
				done: Type.Integer({ description: 'Required lessons and quizzes done.' }),
				total: Type.Integer({ description: 'Required lessons and quizzes.' }),
				next,
				step: nullable(Type.Object(named), 'The lesson or quiz that comes next; null: none does.'),
				open: nullable(
					Type.Object({ id: { ...Uuid, description: 'The attempt.' }, ...named }),
					'A quiz of it that is begun and not handed in; null: none is.',
				),
			}),
			Type.Null(),
		],
		{ description: 'The course that was learned in last and still asks for something.' },
	),
});
export type HomeView = Static<typeof HomeView>;

export const CoursesView = Type.Object({
	me,
	address,
	courses: Type.Array(CourseSummary, { description: 'All that are published.' }),
	tracks: Type.Array(TrackSummary, { description: 'Ways through them, one a target group.' }),
	standings,
});
export type CoursesView = Static<typeof CoursesView>;

export const TrackView = Type.Object({
	me,
	address,
	track: described(Track, 'The track, with its courses.'),
	standings,
});
export type TrackView = Static<typeof TrackView>;

export const CourseView = Type.Object({
	me,
	address,
	course: described(Course, 'The course, in the language asked for.'),
	progress: nullable(CourseProgress, 'How far the reader is; null: a visitor.'),
	done: Type.Array(Type.String(), { description: 'What is done, as `lesson/id` and `quiz/id`.' }),
	next,
	frameworks: Type.Array(Framework, { description: 'Those whose skills the course names.' }),
});
export type CourseView = Static<typeof CourseView>;

/** A lesson or quiz on the way through a course. */
export const WayItem = Type.Object({
	kind: Type.Enum(['lesson', 'quiz'], { description: 'What it is.' }),
	id: { ...Id, description: 'The lesson or quiz.' },
	title,
	locale: { ...Locale, description: 'Language of the title.' },
	done: Type.Boolean({ description: 'The reader has done it, on the current version.' }),
	required: Type.Boolean({ description: 'The course is complete only with it.' }),
});
export type WayItem = Static<typeof WayItem>;

export const WayPart = Type.Object({
	title: nullable(Type.String(), 'Name of the part; null: the course is one whole.'),
	locale: { ...Locale, description: 'Language of the name.' },
	items: Type.Array(WayItem, { description: 'Its lessons and counted quizzes, in their order.' }),
});
export type WayPart = Static<typeof WayPart>;

/** The course around a lesson. */
export const LessonWay = Type.Object({
	parts: Type.Array(WayPart, { description: 'Everything in the course, by part.' }),
	certificate: nullable(
		Type.Enum(['open', 'ready', 'issued']),
		'Whether something is still to be done for the certificate, it can be asked for, or was issued; null: the course gives none.',
	),
});
export type LessonWay = Static<typeof LessonWay>;

/** What is said once a lesson is done. */
export const LessonEnd = Type.Object({
	praise: Type.Enum(praises, { description: 'What there is to praise.' }),
	left: Type.Integer({ description: 'How many lessons of the course are not done.' }),
	part: nullable(
		Type.Pick(CoursePart, ['title', 'locale', 'picture']),
		'The part whose lessons are all done; null: some are left, or the course is one whole.',
	),
	onward: nullable(WayItem, 'The next lesson or quiz that is not done; null: there is none.'),
	skills: Type.Array(Type.String(), {
		description: 'What the course teaches, in words; empty while lessons are left.',
	}),
	course: nullable(
		Type.Object({ id: Id, title }),
		'The course to go on with once nothing is left in this one; null: none is named by a track.',
	),
});
export type LessonEnd = Static<typeof LessonEnd>;

export const LessonView = Type.Object({
	me,
	address,
	lesson: described(Lesson, 'The lesson, in the language asked for.'),
	done: Type.Boolean({ description: 'The learner has done this lesson, on the current version.' }),
	tried: Type.Array(Id, { description: 'Its `<Try>` tasks that the learner has ticked.' }),
	way: nullable(LessonWay, 'The course around it, as it is today; null: it was withdrawn.'),
	end: nullable(LessonEnd, 'What is said once it is done; null: it is not.'),
});
export type LessonView = Static<typeof LessonView>;

/** As much of a submitted attempt as a list of them shows. */
export const SubmittedAttempt = Type.Object({
	...Type.Pick(AttemptSummary, ['id', 'number', 'score', 'maxScore', 'passed']).properties,
	submittedAt: moment('When it was submitted.'),
});
export type SubmittedAttempt = Static<typeof SubmittedAttempt>;

/** It says nothing that the page does not show, so that the page can be sent again to more people. */
export const QuizView = Type.Object({
	me,
	address,
	course: Type.Object({ id: Id, title }, { description: 'The course that the quiz belongs to.' }),
	quiz: described(QuizSummary, 'The quiz, without its questions.'),
	standing: nullable(
		Type.Pick(QuizProgress, ['attemptsLeft', 'againFrom', 'passed']),
		'How the reader stands in the quiz; null: a visitor.',
	),
	granted: nullable(
		Type.Object({ reason: Type.String({ description: 'Why, as whoever granted it wrote.' }) }),
		'One more attempt that somebody granted the reader, and that is not used yet; null: there is none.',
	),
	attempts: Type.Array(SubmittedAttempt, { description: 'At this quiz, submitted, the latest first.' }),
	open: Type.Union([Uuid, Type.Null()], { description: 'The attempt that is under way.' }),
	next,
});
export type QuizView = Static<typeof QuizView>;

export const ReviewView = Type.Object({ me, ...Reviewing.properties });
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

const Left = Type.Object({
	kind: Type.Enum(['lesson', 'quiz'], { description: 'What it is.' }),
	id: Id,
	title,
	locale: { ...Locale, description: 'Language of the title.' },
});
export const CertificatesView = Type.Object({
	me: meInFull,
	address,
	certificates: Type.Array(Certificate, { description: 'Those in force first, and the newest first.' }),
	corrections: Type.Array(OwnCorrection, {
		description: 'Corrections of names on them that wait or were refused; of each certificate the last one.',
	}),
	candidates: Type.Array(
		Type.Object({
			id: Id,
			title,
			isReady: Type.Boolean({ description: 'The course is complete: the certificate can be asked for.' }),
			proof: nullable(Proof, 'What is still to be seen of the learning itself; null: nothing.'),
			left: Type.Array(Left, { description: 'What the course still asks for.' }),
		}),
		{ description: 'Courses under way that give a certificate; those that are ready first.' },
	),
});
export type CertificatesView = Static<typeof CertificatesView>;

export const CertificateView = Type.Object({
	me,
	address,
	certificate: described(Certificate, 'The certificate, as anybody may see it.'),
	isHolder: Type.Boolean({ description: 'It is the reader’s own.' }),
	correction: nullable(
		OwnCorrection,
		'The last correction of the name on it that the holder asked for and that was not made at once; null: none, or somebody else reads.',
	),
	freeCorrections: Type.Integer({
		description:
			'How many small corrections its holder may still make at once, 0 to 2; 0 where somebody else reads.',
	}),
});
export type CertificateView = Static<typeof CertificateView>;

export const SettingsView = Type.Object({
	me: meInFull,
	address,
	codes: Type.Array(CodeMade, {
		description: 'All codes that were ever made for the reader’s account, newest first.',
	}),
});
export type SettingsView = Static<typeof SettingsView>;

export const HelperView = Type.Object({
	me: meInFull,
	address,
	people: nullable(
		Type.Array(PersonInCare),
		'Whom the reader looks after, by name; null: they may look after nobody.',
	),
	corrections: nullable(
		Type.Integer(),
		'How many corrections of names wait for the reader; null: they may decide about none.',
	),
	gives: Type.Boolean({ description: 'The reader decides who looks after whom.' }),
});
export type HelperView = Static<typeof HelperView>;
