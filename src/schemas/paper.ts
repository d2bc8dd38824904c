/** Tests on paper: forms to print, and results that are entered from sheets. */
import Type, { type Static } from 'typebox';
import { Id, Locale, Uuid, VersionId, described, moment, nullable } from './common.ts';
import { formNames, mostPaperForms, questionKinds, leftOutReasons } from './names.ts';

export const PaperFormRequest = Type.Object(
	{
		id: Type.Optional(
			described(Uuid, 'A UUID made by the client, so that a repeat finds the same forms; absent: new ones.'),
		),
		course: described(Id, 'Id of the course.'),
		quiz: described(Id, 'Id of the quiz or exam.'),
		locale: described(Locale, 'Language that they are printed in: vi, km or en.'),
		count: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: mostPaperForms,
				description: 'How many different forms, each with a number of its own; one when left out.',
			}),
		),
	},
	{ additionalProperties: false },
);

export const PaperForm = Type.Object({
	number: Type.String({ description: 'Its number with a check character, such as 7Q4MX-K.' }),
	course: described(Id, 'Id of the course.'),
	version: described(VersionId, 'Version of the course that it was drawn from, and is graded by.'),
	quiz: described(Id, 'Id of the quiz in that version.'),
	title: Type.String({ description: 'Title of the quiz, in the language of `textLocale`.' }),
	textLocale: described(Locale, 'Language of the title.'),
	locale: described(Locale, 'Language that it is printed in.'),
	form: nullable(Type.Enum(formNames), 'Which of the parallel forms of the quiz it is; null: it has none.'),
	questions: Type.Integer({ description: 'How many questions it asks.' }),
	madeAt: moment('When it was drawn.'),
	entered: Type.Integer({ description: 'How many results of it have been entered.' }),
	together: described(Uuid, 'The same for forms that were drawn together.'),
});
export type PaperForm = Static<typeof PaperForm>;

export const LeftOutQuestion = Type.Object({
	question: described(Id, 'Id of the question.'),
	title: Type.String({ description: 'The question.' }),
	why: Type.Enum(leftOutReasons, {
		description:
			'Why it is left out. kind: its kind needs a device or a person who grades; media: it has film or sound; long: it has more options than letters.',
	}),
});
export type LeftOutQuestion = Static<typeof LeftOutQuestion>;

export const PaperForms = Type.Object({
	forms: Type.Array(PaperForm, { description: 'The forms, the latest first.' }),
	leftOut: Type.Array(LeftOutQuestion, {
		description: 'Questions of the quiz that cannot stand on paper, and are in no form.',
	}),
});
export type PaperForms = Static<typeof PaperForms>;

const Typed = Type.Array(Type.String({ maxLength: 300 }), {
	maxItems: 500,
	description:
		'What stands on the sheet, a text for each question of the form in its order: a letter, letters, a number or words; empty: nothing.',
});

export const PaperResultRequest = Type.Object(
	{
		id: described(Uuid, 'Id of the attempt, a UUID made by the client, so that a repeat enters it once.'),
		username: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 40,
				description: 'User name of whoever took it; absent: they have no account.',
			}),
		),
		label: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 80,
				description: 'What tells them from the others where they have no account, such as a seat number.',
			}),
		),
		supervised: Type.Boolean({ description: 'Whether I vouch that somebody saw it being taken.' }),
		answers: Typed,
	},
	{ additionalProperties: false },
);
export const PaperCorrectionRequest = Type.Object({ answers: Typed }, { additionalProperties: false });

export const PaperResult = Type.Object({
	attempt: described(Uuid, 'Id of the attempt.'),
	name: nullable(Type.String(), 'Who took it, by name or label; null: they are gone.'),
	username: nullable(Type.String(), 'Their user name; null: they have no account.'),
	enteredAt: moment('When it was entered.'),
	supervised: Type.Boolean({ description: 'Whether somebody saw it being taken.' }),
	score: Type.Number({ description: 'Points scored, 0 to maxScore.' }),
	maxScore: Type.Number({ description: 'The most points that its questions give.' }),
	passed: Type.Boolean({ description: 'Whether it passed.' }),
	answers: Type.Array(Type.String(), {
		description: 'The answers as they are typed, in the order of the form.',
	}),
});
export type PaperResult = Static<typeof PaperResult>;

export const PaperFormWhole = Type.Object({
	...PaperForm.properties,
	items: Type.Array(
		Type.Object({
			n: Type.Integer({ description: 'Its number on the form, from 1.' }),
			question: described(Id, 'Id of the question.'),
			title: Type.String({ description: 'The question.' }),
			kind: Type.Enum(questionKinds, { description: 'Kind of the question: how its answer is typed.' }),
			letters: Type.Integer({
				description: 'How many letters there are to choose from; 0: words or a number are typed.',
			}),
			places: Type.Integer({ description: 'How many rows or blanks it has; 0: it is one answer.' }),
		}),
		{ description: 'Its questions, in the order in which they are printed.' },
	),
	leftOut: PaperForms.properties.leftOut,
	results: Type.Array(PaperResult, { description: 'What has been entered, the latest first.' }),
});
export type PaperFormWhole = Static<typeof PaperFormWhole>;
