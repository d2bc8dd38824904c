import Type, { type Static } from 'typebox';
import { moment, nullable } from './common.ts';
import { device } from './security.ts';

export const Passkey = Type.Object({
	id: Type.String({ description: 'By which it is removed; it opens nothing.' }),
	device,
	since: moment('When it was added.'),
	used: nullable(Type.String(), 'When it was last used, in ISO 8601; null: not yet.'),
});
export type Passkey = Static<typeof Passkey>;

export const Passkeys = Type.Object({
	passkeys: Type.Array(Passkey, { description: 'The oldest first, ten at most.' }),
	isPossible: Type.Boolean({
		description: 'Whether this site has an address for which browsers keep passkeys: a name, by https.',
	}),
});
export type Passkeys = Static<typeof Passkeys>;

/** Texts of JSON: what they hold is between browsers and W3C WebAuthn. */
export const PasskeyOptions = Type.Object({
	options: Type.String({
		description: 'JSON that `navigator.credentials` takes, from W3C WebAuthn level 3.',
	}),
});
export const PasskeyBegin = Type.Object(
	{
		password: Type.String({
			minLength: 1,
			maxLength: 200,
			description: 'My password once more, exactly as it was set.',
		}),
	},
	{ additionalProperties: false },
);
const credential = Type.String({
	minLength: 2,
	maxLength: 12_000,
	description: 'What the browser gave (`toJSON`), as text.',
});
export const NewPasskey = Type.Object({ credential }, { additionalProperties: false });
export const PasskeySignIn = Type.Object(
	{
		credential,
		shared: Type.Optional(
			Type.Boolean({ description: 'On a shared phone: the session ends by itself after 30 minutes.' }),
		),
	},
	{ additionalProperties: false },
);
