/** Corrections of a name that somebody looks at before they are made. */
import Type, { type Static } from 'typebox';
import { Id, Localised, described, hasWords, moment, nullable } from './common.ts';

export const correctionOutcomes = ['accepted', 'refused', 'withdrawn'] as const;
export type CorrectionOutcome = (typeof correctionOutcomes)[number];

export const whysAsked = ['other-name', 'used-up'] as const;
export type WhyAsked = (typeof whysAsked)[number];

const fields = {
	id: Type.String({ description: 'The request, as a UUID.' }),
	serial: Type.String({ description: 'Serial of the certificate that it is about.' }),
	holder: Type.String({ description: 'Name that stands on that certificate.' }),
	displayName: Type.String({ description: 'Name that is wished for.' }),
	reason: nullable(Type.String(), 'What the holder says to it; null: nothing.'),
	because: Type.Enum(whysAsked, {
		description:
			'Why it is not made at once: it may be another person’s name, or the holder has made two small ones already.',
	}),
	askedAt: moment('When it was asked for.'),
};

/** As its holder sees it. */
export const OwnCorrection = Type.Object({
	...fields,
	outcome: Type.Union([Type.Enum(correctionOutcomes), Type.Null()], {
		description: 'Accepted, refused, or withdrawn by the holder; null: nobody has looked at it yet.',
	}),
	decidedAt: nullable(Type.String(), 'When that was, ISO 8601 in UTC; null: not yet.'),
	why: nullable(Type.String(), 'Why it was refused; null: it was not.'),
});
export type OwnCorrection = Static<typeof OwnCorrection>;

/** As those see it who may decide. */
export const OpenCorrection = Type.Object({
	...fields,
	username: nullable(Type.String(), 'User name of the holder; null: a guest, who has none.'),
	course: described(Id, 'Id of the course.'),
	courseTitle: described(Localised, 'Title of the course when it was certified, in each language it had.'),
	firstHolder: Type.String({ description: 'Name on the certificate when it was first issued.' }),
	times: Type.Integer({ description: 'How often its name was corrected already, from 0.' }),
	inForce: Type.Boolean({
		description: 'Whether the certificate is still in force; otherwise it can only be refused.',
	}),
});
export type OpenCorrection = Static<typeof OpenCorrection>;
export const OpenCorrections = Type.Object({
	corrections: Type.Array(OpenCorrection, {
		description: 'Those that I may decide about, the oldest first, 200 at most.',
	}),
});

export const CorrectionRefusal = Type.Object(
	{
		why: Type.String({
			minLength: 5,
			maxLength: 500,
			pattern: hasWords,
			description: 'Why, 5 to 500 characters; the holder reads it.',
		}),
	},
	{ additionalProperties: false },
);
