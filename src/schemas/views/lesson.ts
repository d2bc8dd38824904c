/** The view of a lesson, and the course around it. */
import Type, { type Static } from 'typebox';
import { Id, Locale, described, nullable } from '../common.ts';
import { CoursePart, Lesson } from '../course.ts';
import { praises } from '../names.ts';
import { address, me } from './reader.ts';
import { title } from './step.ts';

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

/** A lesson on paper: nothing of what the reader has done of it. */
export const LessonPaperView = Type.Object({
	me,
	address,
	lesson: described(Lesson, 'The lesson, in the language asked for.'),
	skills: Type.Array(Type.Object({ title, locale: { ...Locale, description: 'Language of the words.' } }), {
		description: 'What the lesson trains, in a learner’s words where the framework has them.',
	}),
});
export type LessonPaperView = Static<typeof LessonPaperView>;
