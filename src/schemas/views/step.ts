/** What several views say of a course: its name, how far the reader is, and what comes next. */
import Type, { type Static } from 'typebox';
import { Id, Locale, Uuid, nullable } from '../common.ts';

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

export const next = Type.Union([NextStep, Type.Null()], { description: 'Null: the course has no lesson.' });

export const title = Type.String({ description: 'In the language asked for, else in another.' });
export const courseNamed = Type.Object(
	{ id: Id, title, locale: { ...Locale, description: 'Language of the title.' } },
	{ description: 'The course, by id and title.' },
);
export const named = { title, locale: { ...Locale, description: 'Language of the title.' } };

export const standings = Type.Array(
	Type.Object({
		course: { ...Id, description: 'The course.' },
		done: Type.Integer({ description: 'Required lessons and quizzes done.' }),
		total: Type.Integer({ description: 'Required lessons and quizzes.' }),
	}),
	{ description: 'How far the reader is in each course that they have begun.' },
);
export type Standing = Static<typeof standings>[number];

/** Where a learner is in a course: the quiz that they began, else the step that comes next. */
export const place = {
	next,
	step: nullable(Type.Object(named), 'The lesson or quiz that comes next; null: none does.'),
	open: nullable(
		Type.Object({ id: { ...Uuid, description: 'The attempt.' }, ...named }),
		'A quiz of it that is begun and not handed in; null: none is.',
	),
};
export type Place = { [Part in keyof typeof place]: Static<(typeof place)[Part]> };
