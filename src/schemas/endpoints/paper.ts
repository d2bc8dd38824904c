import Type from 'typebox';
import { Locale, described } from '../common.ts';
import {
	PaperCorrectionRequest,
	PaperFormRequest,
	PaperForms,
	PaperFormWhole,
	PaperResult,
	PaperResultRequest,
} from '../paper.ts';
import * as paths from '../paths.ts';
import { endpoint } from './endpoint.ts';
import { InLocale } from './queries.ts';

const tag = 'paper';
const access = 'paper.keep';
const number = Type.String({
	description: 'Number of the form, as printed; case, spaces and hyphens do not matter.',
});
const OfForm = Type.Object({ number });
const Printing = Type.Object(
	{
		together: Type.Optional(
			Type.Enum(['true'], { description: 'All forms that were drawn together with it; absent: it alone.' }),
		),
		large: Type.Optional(Type.Enum(['true'], { description: 'In large type; absent: in the usual one.' })),
		locale: Type.Optional(described(Locale, 'Language of refusals; absent: that in which the API speaks.')),
	},
	{ additionalProperties: false },
);
const pdf = (description: string) => ({
	200: {
		description,
		content: { 'application/pdf': { schema: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }) } },
	},
});

export const paper = {
	makePaperForms: endpoint({
		address: paths.makePaperForms,
		access,
		tag,
		summary: 'Draw forms of a quiz to print; 200 when they were drawn under this id before',
		description:
			'Each has a number, under which the same questions are printed in the same order again. Questions that cannot be answered on paper are left out and named.',
		query: InLocale,
		body: PaperFormRequest,
		responses: {
			200: described(PaperForms, 'The forms that were drawn under this id before.'),
			201: described(PaperForms, 'The forms.'),
		},
	}),
	paperForms: endpoint({
		address: paths.paperForms,
		access,
		tag,
		summary: 'Forms of the courses that I teach, the newest 200',
		query: InLocale,
		responses: { 200: described(PaperForms, 'The forms; what was left out is told by each.') },
	}),
	paperForm: endpoint({
		address: paths.paperForm,
		access,
		tag,
		summary: 'A form: its questions, and the results entered for it',
		params: OfForm,
		query: InLocale,
		responses: { 200: described(PaperFormWhole, 'The form.') },
	}),
	paperQuestions: endpoint({
		address: paths.paperQuestions,
		access,
		tag,
		summary: 'Questions and answer sheet to print, without keys',
		params: OfForm,
		query: Printing,
		responses: pdf('The questions, and on a sheet of its own where to answer.'),
	}),
	paperKey: endpoint({
		address: paths.paperKey,
		access,
		tag,
		summary: 'What is right, for whoever corrects by hand',
		params: OfForm,
		query: Printing,
		responses: pdf('The keys, apart from the questions.'),
	}),
	enterPaperResult: endpoint({
		address: paths.enterPaperResult,
		access,
		tag,
		summary: 'Enter what somebody answered on this form; 200 when it was entered under this id before',
		description:
			'It becomes an attempt with channel `paper`, graded like any other. 409 where this form was entered for this person before. Audited.',
		params: OfForm,
		query: InLocale,
		body: PaperResultRequest,
		responses: {
			200: described(PaperResult, 'The result, as it was entered before.'),
			201: described(PaperResult, 'The result.'),
		},
	}),
	correctPaperResult: endpoint({
		address: paths.correctPaperResult,
		access,
		tag,
		summary: 'Correct what was entered; the gradings of before are kept',
		params: Type.Object({
			number,
			attempt: Type.String({ description: 'Id of the attempt, a UUID.' }),
		}),
		query: InLocale,
		body: PaperCorrectionRequest,
		responses: { 200: described(PaperResult, 'The result as it is now.') },
	}),
};
