import Type, { type Static } from 'typebox';
import { acts, roles } from './access.ts';
import { Locale, TargetGroup, nullable } from './common.ts';
import { textSizes, themes } from './names.ts';

export const Role = Type.Enum(roles);

/** Letters of any script, digits, dot, hyphen, underscore; compared without regard to case. */
export const Username = Type.String({
	minLength: 3,
	maxLength: 40,
	pattern: '^[\\p{L}\\p{M}\\p{N}._-]+$',
	description: 'Letters, digits, dot, hyphen, underscore; case does not matter.',
});
export const Password = Type.String({ minLength: 8, maxLength: 200 });
export const DisplayName = Type.String({
	minLength: 1,
	maxLength: 80,
	pattern: '\\S',
	description: 'Name as it stands on a certificate.',
});

export const Preferences = Type.Object(
	{
		textSize: Type.Optional(Type.Enum(textSizes)),
		theme: Type.Optional(Type.Enum(themes)),
	},
	{ additionalProperties: false },
);
export type Preferences = Static<typeof Preferences>;

const Shared = Type.Boolean({
	description: 'A shared phone: the session ends by itself after 30 minutes unused.',
});

export const GuestRequest = Type.Object(
	{ locale: Locale, shared: Type.Optional(Shared), targetGroup: Type.Optional(TargetGroup) },
	{ additionalProperties: false },
);
export const AccountRequest = Type.Object(
	{
		username: Username,
		password: Password,
		displayName: DisplayName,
		locale: Locale,
		targetGroup: Type.Optional(TargetGroup),
		shared: Type.Optional(Shared),
	},
	{ additionalProperties: false },
);
export const SessionRequest = Type.Object(
	{
		username: Type.String({ minLength: 1, maxLength: 40 }),
		password: Type.String({ minLength: 1, maxLength: 200 }),
		shared: Type.Optional(Shared),
	},
	{ additionalProperties: false },
);
export const MePatch = Type.Object(
	{
		displayName: Type.Optional(DisplayName),
		locale: Type.Optional(Locale),
		targetGroup: Type.Optional(nullable(TargetGroup)),
		preferences: Type.Optional(Preferences),
	},
	{ additionalProperties: false, minProperties: 1 },
);
export type MePatch = Static<typeof MePatch>;

export const Grant = Type.Object({
	role: Role,
	scope: nullable(Type.String({ description: 'Course, team or place; null: everywhere.' })),
});
/** That somebody made a code with which this account can be taken over: its owner is told. */
export const CodeMade = Type.Object({
	at: Type.String({ description: 'When, in ISO 8601.' }),
	by: nullable(Type.String({ description: 'Name of who made it; null: whoever runs the server.' })),
});
export type CodeMade = Static<typeof CodeMade>;

export const Me = Type.Object({
	id: Type.String({ description: 'The learner.' }),
	guest: Type.Boolean({ description: 'No log-in yet.' }),
	username: nullable(Type.String()),
	displayName: nullable(Type.String()),
	locale: Locale,
	targetGroup: nullable(TargetGroup),
	preferences: Preferences,
	roles: Type.Array(Grant, { description: 'Roles in force; every person is a learner.' }),
	may: Type.Array(Type.Enum(acts), {
		description: 'What this person may do on something at all, by the roles in force.',
	}),
	codesMade: Type.Array(CodeMade, {
		description: 'Codes made for this account that its owner has not acknowledged, oldest first.',
	}),
	shared: Type.Boolean(),
});
export type Me = Static<typeof Me>;

export const RecoveryCodeRequest = Type.Object(
	{ username: Type.String({ minLength: 1, maxLength: 40 }) },
	{ additionalProperties: false },
);
export const RecoveryCode = Type.Object({
	username: Type.String(),
	code: Type.String({ description: 'Shown once; works once, for 24 hours.' }),
	expiresAt: Type.String(),
});
export const RecoveryRequest = Type.Object(
	{
		username: Type.String({ minLength: 1, maxLength: 40 }),
		code: Type.String({ minLength: 6, maxLength: 20 }),
		password: Password,
		shared: Type.Optional(Shared),
	},
	{ additionalProperties: false },
);
