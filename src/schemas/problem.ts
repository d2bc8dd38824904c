import Type, { type Static } from 'typebox';
import { Proof } from './certificate.ts';
import { failureCodes, problemType, type ProblemType } from './failures.ts';

/** RFC 9457 problem details. */
export const Problem = Type.Object(
	{
		type: Type.Unsafe<ProblemType>({
			type: 'string',
			enum: failureCodes.map(problemType),
			description: 'What went wrong, for programs: a code that stays the same in every language.',
		}),
		title: Type.String({ description: 'What went wrong in a few words, in the language of the caller.' }),
		status: Type.Integer({ description: 'The HTTP status of this reply, 400 to 503.' }),
		detail: Type.String({ description: 'A sentence for the person: what happened and what to do.' }),
		errors: Type.Optional(
			Type.Array(
				Type.Object({
					path: Type.String({
						description:
							'The field as a JSON Pointer within the body, such as /answers/gia; fields of the address begin ' +
							'with params or querystring; / is the whole.',
					}),
					message: Type.String({ description: 'What is wrong with the field, for the person.' }),
				}),
				{ description: 'The fields of the request that were refused, with 400 and 422.' },
			),
		),
		missing: Type.Optional(
			Type.Object(
				{
					lessons: Type.Array(Type.String(), { description: 'Ids of the lessons that are not done yet.' }),
					quizzes: Type.Array(Type.String(), { description: 'Ids of the quizzes that are not passed yet.' }),
					name: Type.Boolean({ description: 'Whether the learner has still to give the name to certify.' }),
					supervised: Type.Optional(
						Type.Array(Type.String(), {
							description:
								'Ids of the quizzes that are still to be passed in a supervised room; absent: it asks for none.',
						}),
					),
					proof: Type.Optional(Proof),
				},
				{ description: 'With `certificate-missing` alone: what a certificate still asks for.' },
			),
		),
	},
	{ description: 'A refusal or failure (RFC 9457).' },
);
export type Problem = Static<typeof Problem>;
