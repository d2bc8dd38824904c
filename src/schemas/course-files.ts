import Type, { type Static } from 'typebox';
import { Id, Locale, VersionId, described } from './common.ts';

const Title = Type.String({ description: 'Its title, in the language asked for where it has one.' });

/** What a device needs to hold a course whole, in one language. */
export const CourseFiles = Type.Object({
	course: described(Id, 'Id of the course.'),
	version: described(VersionId, 'The version that is published now.'),
	locale: described(Locale, 'The language asked for, in which its pages are.'),
	title: Title,
	bytes: Type.Integer({
		description: 'What fetching all of it takes over the network, in bytes: about, and rather too much.',
	}),
	lessons: Type.Array(Type.Object({ id: described(Id, 'Id of the lesson.'), title: Title }), {
		description: 'Its lessons, in their order.',
	}),
	quizzes: Type.Array(Type.Object({ id: described(Id, 'Id of the quiz.'), title: Title }), {
		description: 'Its counted quizzes and exams, in their order; their questions are no part of this.',
	}),
	media: Type.Array(
		Type.Object({
			address: Type.String({ description: 'Where it is, from the root of the site.' }),
			bytes: Type.Integer({ description: 'Its size in bytes.' }),
		}),
		{ description: 'Pictures and documents of its lessons, each once; films and sound apart.' },
	),
	sound: Type.Array(
		Type.Object({
			address: Type.String({ description: 'Where it is, from the root of the site.' }),
			bytes: Type.Integer({ description: 'Its size in bytes.' }),
		}),
		{
			description:
				'Recordings of its lessons with the files that say when which block is read, and single sounds, each once. Who saves on data does without.',
		},
	),
});
export type CourseFiles = Static<typeof CourseFiles>;
