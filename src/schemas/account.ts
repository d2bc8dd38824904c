import Type, { type Static } from 'typebox';
import { acts, roles } from './access.ts';
import { Locale, TargetGroup, Timestamp, described, hasWords, moment, nullable } from './common.ts';
import { textSizes, themes } from './names.ts';

export const Role = Type.Enum(roles, {
	description:
		'A role: learner, instructor (of courses), facilitator (of a team), coordinator (of a place) or admin.',
});

/** Letters of one script, digits, dot, hyphen, underscore; what cannot be told apart is one name (`domain/usernames.ts`). */
export const Username = Type.String({
	minLength: 3,
	maxLength: 40,
	// Spaces are refused with a word of their own: `accounts/register.ts`.
	pattern: '^[\\p{L}\\p{M}\\p{N}._ \u200b-]+$',
	description:
		'User name to sign in by: 3 to 40 letters (Latin, Khmer or another script of the region, not mixed), digits, dots, ' +
		'hyphens, underscores, no spaces; case does not matter.',
});
/** What is too easy to guess is refused beside that: `domain/passwords.ts`. */
export const Password = Type.String({
	minLength: 8,
	maxLength: 128,
	description: 'The new password, 8 to 128 characters of any kind; one that is easy to guess is refused.',
});
export const DisplayName = Type.String({
	minLength: 1,
	maxLength: 80,
	pattern: '\\S',
	description: 'Name as it is to stand on certificates, 1 to 80 characters, not only spaces.',
});

/** What can be no year of birth is refused beside that, with a word of its own: `accounts/me.ts`. */
export const BirthYear = Type.Integer({ minimum: 0, maximum: 9999, description: 'Year of birth.' });
export const Residence = Type.String({
	minLength: 1,
	maxLength: 120,
	pattern: hasWords,
	description: 'Commune or ward and province, as people write it.',
});

export const Preferences = Type.Object(
	{
		textSize: Type.Optional(
			Type.Enum(textSizes, { description: 'Size of text on pages: normal or large; absent: not chosen.' }),
		),
		theme: Type.Optional(
			Type.Enum(themes, {
				description: 'Colours of pages: light, dark or auto (as the device has them); absent: not chosen.',
			}),
		),
	},
	{ additionalProperties: false, description: 'How pages look; a choice that is absent has not been made.' },
);
export type Preferences = Static<typeof Preferences>;

const Shared = Type.Boolean({
	description:
		'Whether the phone is shared: the session then ends by itself after 30 minutes unused; absent: false.',
});

const Spoken = described(Locale, 'Language that the learner is spoken to in: vi, km or en.');
const Group = described(TargetGroup, 'Target group that the learner belongs to; absent: unknown.');
/** As it was typed: compared without regard to case. */
const TypedUsername = Type.String({
	minLength: 1,
	maxLength: 40,
	description: 'User name of the account, as typed; case does not matter.',
});

export const GuestRequest = Type.Object(
	{
		locale: Spoken,
		shared: Type.Optional(Shared),
		targetGroup: Type.Optional(Group),
	},
	{ additionalProperties: false },
);
export const AccountRequest = Type.Object(
	{
		username: Username,
		password: Password,
		displayName: DisplayName,
		locale: Spoken,
		targetGroup: Type.Optional(Group),
		shared: Type.Optional(
			described(Shared, 'Whether the phone is shared; absent: as the session of the guest who registers.'),
		),
	},
	{ additionalProperties: false },
);
export const SessionRequest = Type.Object(
	{
		username: TypedUsername,
		password: Type.String({
			minLength: 1,
			maxLength: 200,
			description: 'The password, exactly as it was set.',
		}),
		shared: Type.Optional(Shared),
	},
	{ additionalProperties: false },
);
export const MePatch = Type.Object(
	{
		displayName: Type.Optional(
			described(DisplayName, 'Name for certificates from now on, 1 to 80 characters; absent: as it is.'),
		),
		locale: Type.Optional(
			described(Locale, 'Language that I am spoken to in: vi, km or en; absent: as it is.'),
		),
		targetGroup: Type.Optional(
			nullable(TargetGroup, 'Target group that I belong to; null: none to be kept; absent: as it is.'),
		),
		birthYear: Type.Optional(
			nullable(
				BirthYear,
				'Year of birth, from 1900 to the one that it is; null: none to be kept; absent: as it is.',
			),
		),
		residence: Type.Optional(
			nullable(
				Residence,
				'Where I live, in words of mine, 1 to 120 characters; null: none to be kept; absent: as it is.',
			),
		),
		preferences: Type.Optional(
			described(Preferences, 'How pages look; choices that are absent stay as they are.'),
		),
	},
	{ additionalProperties: false, minProperties: 1 },
);
export type MePatch = Static<typeof MePatch>;

export const Grant = Type.Object({
	role: Role,
	scope: nullable(
		Type.String(),
		'Id of the course, team or place that the role is held for; null: everywhere.',
	),
});
/** That somebody made a code with which this account can be taken over: its owner is told. */
export const CodeMade = Type.Object({
	at: moment('When the code was made.'),
	by: nullable(Type.String(), 'Name of who made it; null: whoever runs the server.'),
});
export type CodeMade = Static<typeof CodeMade>;

export const CodeList = Type.Object({
	codes: Type.Array(CodeMade, { description: 'All that were ever made, newest first.' }),
});
export const CodesSeen = Type.Object(
	{ until: described(Timestamp, 'When the last code was made that I have been told of, in ISO 8601.') },
	{ additionalProperties: false },
);

export const Me = Type.Object({
	id: Type.String({ description: 'The learner, as a UUID; it stays the same when a guest registers.' }),
	guest: Type.Boolean({ description: 'Whether there is no log-in yet: then only this session leads back.' }),
	username: nullable(Type.String(), 'User name as it was written when registering; null: a guest.'),
	displayName: nullable(Type.String(), 'Name for certificates; null: not given yet.'),
	locale: Spoken,
	targetGroup: nullable(TargetGroup, 'Target group that I belong to; null: unknown.'),
	preferences: Preferences,
	roles: Type.Array(Grant, { description: 'Roles in force; every person is a learner.' }),
	may: Type.Array(Type.Enum(acts), {
		description: 'What this person may do on something at all, by the roles in force.',
	}),
	secondStep: Type.Enum(['on', 'off', 'needed'], {
		description:
			'Whether I sign in by two steps: on, off, or needed (off, and a role of mine counts only once it is on).',
	}),
	codesMade: Type.Array(CodeMade, {
		description: 'Codes made for this account that its owner has not acknowledged, oldest first.',
	}),
	shared: Type.Boolean({
		description: 'Whether this session is on a shared phone, and ends after 30 minutes unused.',
	}),
	guests: Type.Array(Type.String(), {
		description:
			'Guests whose learning was brought into my account: what their pages and devices still send counts as mine.',
	}),
});
export type Me = Static<typeof Me>;

export const RecoveryCodeRequest = Type.Object({ username: TypedUsername }, { additionalProperties: false });
export const RecoveryCode = Type.Object({
	username: Type.String({ description: 'User name of the account that the code opens.' }),
	code: Type.String({ description: 'The code: told here alone, it works once, for 24 hours.' }),
	expiresAt: moment('When the code stops working.'),
});
export const RecoveryRequest = Type.Object(
	{
		username: TypedUsername,
		code: Type.String({ minLength: 6, maxLength: 20, description: 'The one-time code, as it was typed.' }),
		password: Password,
		shared: Type.Optional(Shared),
	},
	{ additionalProperties: false },
);
