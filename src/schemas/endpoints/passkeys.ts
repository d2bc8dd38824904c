import Type from 'typebox';
import { described } from '../common.ts';
import { Entered } from '../merging.ts';
import * as paths from '../paths.ts';
import { NewPasskey, Passkey, PasskeyBegin, PasskeyOptions, Passkeys, PasskeySignIn } from '../passkeys.ts';
import { endpoint } from './endpoint.ts';

const own = { access: 'learner', tag: 'accounts' } as const;
const open = { access: 'public', tag: 'accounts' } as const;

/** Keys that a device holds, for those who sign in by two steps: having it, and unlocking it, are two. */
export const passkeys = {
	passkeys: endpoint({
		...own,
		address: paths.passkeys,
		summary: 'My passkeys',
		responses: { 200: described(Passkeys, 'Those that I have added.') },
	}),
	passkeyOptions: endpoint({
		...own,
		address: paths.passkeyOptions,
		summary: 'Ask what a new passkey has to sign',
		description:
			'For who signs in by two steps. It is to be added within five minutes, by the cookie that is set.',
		body: PasskeyBegin,
		responses: { 200: described(PasskeyOptions, 'For `navigator.credentials.create`.') },
	}),
	addPasskey: endpoint({
		...own,
		address: paths.addPasskey,
		summary: 'Add a passkey',
		body: NewPasskey,
		responses: { 201: described(Passkey, 'It signs in from now on.') },
	}),
	removePasskey: endpoint({
		...own,
		address: paths.removePasskey,
		summary: 'Remove a passkey',
		params: Type.Object({
			passkey: Type.String({ minLength: 1, maxLength: 64, description: 'As the list of passkeys names it.' }),
		}),
		responses: { 204: Type.Null({ description: 'It signs nobody in any more.' }) },
	}),
	signInOptions: endpoint({
		...open,
		address: paths.signInOptions,
		summary: 'Ask what a passkey has to sign',
		description: 'To be answered within five minutes, by the cookie that is set.',
		responses: { 200: described(PasskeyOptions, 'For `navigator.credentials.get`.') },
	}),
	signInByPasskey: endpoint({
		...open,
		address: paths.signInByPasskey,
		summary: 'Sign in by a passkey, without password and code',
		body: PasskeySignIn,
		responses: { 200: described(Entered, 'Who has signed in.') },
	}),
};
