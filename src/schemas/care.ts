import Type, { type Static } from 'typebox';
import { DisplayName, Username } from './account.ts';
import { Locale, TargetGroup, Uuid, described, nullable } from './common.ts';

/** Somebody whom a helper looks after: no more than it takes to know them and to help them back in. */
export const PersonInCare = Type.Object({
	id: Type.String({ description: 'The learner, as a UUID.' }),
	displayName: nullable(Type.String(), 'Name for certificates; null: not given yet.'),
	username: Type.String({ description: 'User name that they sign in with.' }),
});
export type PersonInCare = Static<typeof PersonInCare>;

export const CareList = Type.Object({
	people: Type.Array(PersonInCare, { description: 'Whom I look after now, by name.' }),
});

export const CareRequest = Type.Object(
	{
		id: Type.Optional(
			described(
				Uuid,
				'The learner’s id, made by the client, so that a repeat finds them; absent: a new one.',
			),
		),
		displayName: DisplayName,
		username: Type.Optional(
			described(
				Username,
				'User name to sign in by, 3 to 40 letters of any script, digits, dots, hyphens, underscores; absent: made of the name.',
			),
		),
		locale: described(Locale, 'Language that they are spoken to in: vi, km or en.'),
		targetGroup: Type.Optional(described(TargetGroup, 'Target group that they belong to; absent: unknown.')),
	},
	{ additionalProperties: false },
);
export type CareRequest = Static<typeof CareRequest>;

const name = (description: string) => Type.String({ minLength: 1, maxLength: 40, description });

/** Who looks after whom. */
export const Care = Type.Object(
	{
		username: name('User name of the learner; case does not matter.'),
		carer: name('User name of the helper, a facilitator or administrator; case does not matter.'),
	},
	{ additionalProperties: false },
);
export type Care = Static<typeof Care>;
