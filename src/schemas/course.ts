import Type, { type Static } from 'typebox';
import { CompetenceCode, CompetenceName, Id, Locale, TargetGroup, VersionId, nullable } from './common.ts';
import { quizKinds } from './names.ts';
import { Nodes } from './node.ts';
import { Question } from './question.ts';

export const SkillLevel = Type.Object({
	framework: Type.String({ ...Id, description: 'The framework that the competence belongs to.' }),
	competence: CompetenceCode,
	level: Type.Integer(),
});
export type SkillLevel = Static<typeof SkillLevel>;

/** Texts are in the locale asked for, else the course's source locale; `locale` says which. */
export const CourseSummary = Type.Object({
	id: Id,
	version: VersionId,
	title: Type.String(),
	summary: Type.String(),
	locale: Locale,
	locales: Type.Array(Locale, { description: 'Languages in which the whole course is there.' }),
	groups: Type.Array(TargetGroup),
	skills: Type.Array(SkillLevel),
	lessonCount: Type.Integer(),
	quizCount: Type.Integer(),
	minutes: Type.Integer({ description: 'Reading time of all lessons.' }),
	certificate: Type.Boolean(),
});
export type CourseSummary = Static<typeof CourseSummary>;
export const CourseList = Type.Object({ courses: Type.Array(CourseSummary) });

export const LessonSummary = Type.Object({
	id: Id,
	title: Type.String(),
	summary: Type.Optional(Type.String()),
	locale: Locale,
	minutes: Type.Integer(),
	bytes: Type.Integer({ description: 'Weight of the text and pictures, video apart.' }),
	checks: Type.Array(Id, { description: 'Practice questions in it.' }),
	tries: Type.Array(Id),
	required: Type.Boolean(),
});
export type LessonSummary = Static<typeof LessonSummary>;

export const QuizSummary = Type.Object({
	id: Id,
	title: Type.String(),
	locale: Locale,
	kind: Type.Enum(quizKinds),
	questions: Type.Integer({ description: 'How many an attempt asks.' }),
	pool: Type.Integer({ description: 'How many they are drawn from.' }),
	pass: Type.Number({ description: 'Share of the points that passes, 0 to 1.' }),
	attempts: nullable(Type.Integer()),
	minutes: nullable(Type.Integer({ description: 'Time allowed.' })),
	required: Type.Boolean(),
});
export type QuizSummary = Static<typeof QuizSummary>;

export const OutlineItem = Type.Object({ kind: Type.Enum(['lesson', 'quiz']), id: Id });
export const Course = Type.Object({
	...CourseSummary.properties,
	sourceLocale: Locale,
	framework: nullable(Type.String({ description: 'The framework that its competence codes belong to.' })),
	outline: Type.Array(OutlineItem, { description: 'Lessons and counted quizzes in order.' }),
	lessons: Type.Array(LessonSummary),
	quizzes: Type.Array(QuizSummary),
	certificateTitle: nullable(Type.String()),
	validFor: nullable(Type.String({ description: 'ISO 8601 duration.' })),
	licence: nullable(Type.String()),
	authors: Type.Array(Type.String()),
	reviewBy: nullable(Type.String()),
	publishedAt: Type.String(),
});
export type Course = Static<typeof Course>;

const Neighbour = Type.Object({ kind: Type.Enum(['lesson', 'quiz']), id: Id, title: Type.String() });
export const Lesson = Type.Object({
	course: Id,
	courseTitle: Type.String(),
	version: VersionId,
	...LessonSummary.properties,
	locales: Type.Array(Locale, { description: 'Languages this lesson is in.' }),
	skills: Type.Array(CompetenceName),
	nodes: Nodes,
	questions: Type.Array(Question, { description: 'The practice questions named by its Check components.' }),
	position: Type.Integer({ description: 'Which lesson of the course, from 1.' }),
	of: Type.Integer(),
	previous: nullable(Neighbour),
	next: nullable(Neighbour),
});
export type Lesson = Static<typeof Lesson>;
