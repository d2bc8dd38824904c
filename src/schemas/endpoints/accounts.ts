import Type from 'typebox';
import {
	AccountRequest,
	CodeList,
	CodesSeen,
	GuestRequest,
	Me,
	MePatch,
	RecoveryCode,
	RecoveryCodeRequest,
	RecoveryRequest,
	SessionRequest,
} from '../account.ts';
import { described } from '../common.ts';
import { Entered } from '../merging.ts';
import * as paths from '../paths.ts';
import { SecondHalf } from '../second-step.ts';
import { endpoint } from './endpoint.ts';

const tag = 'accounts';
/** Nobody is signed in by that yet. */
const halfDone = described(
	SecondHalf,
	'The password counts; a code of the app is asked for (`finishSignIn`).',
);

export const accounts = {
	createGuest: endpoint({
		address: paths.createGuest,
		access: 'public',
		tag,
		summary: 'Start learning without a log-in',
		body: GuestRequest,
		responses: { 201: described(Me, 'The new learner, signed in.') },
	}),
	createAccount: endpoint({
		address: paths.createAccount,
		access: 'public',
		tag,
		summary: 'Register; a guest keeps everything',
		body: AccountRequest,
		responses: { 201: described(Me, 'The learner with an account, signed in anew.') },
	}),
	signIn: endpoint({
		address: paths.signIn,
		access: 'public',
		tag,
		summary: 'Sign in, or its first half where a code is asked for too',
		body: SessionRequest,
		responses: { 200: described(Entered, 'Who has signed in.'), 202: halfDone },
	}),
	signOut: endpoint({
		address: paths.signOut,
		access: 'public',
		tag,
		summary: 'Sign out, here or everywhere',
		query: Type.Object(
			{
				everywhere: Type.Optional(
					Type.Enum(['true', 'false'], {
						description: 'Whether every session of mine ends, on all devices; absent: this one alone.',
					}),
				),
			},
			{ additionalProperties: false },
		),
		responses: { 204: Type.Null({ description: 'Signed out, or nobody was signed in.' }) },
	}),
	me: endpoint({
		address: paths.me,
		access: 'learner',
		tag,
		summary: 'Who I am',
		responses: { 200: described(Me, 'Who is signed in.') },
	}),
	changeMe: endpoint({
		address: paths.changeMe,
		access: 'learner',
		tag,
		summary: 'Change my name or preferences',
		body: MePatch,
		responses: { 200: described(Me, 'Who is signed in, with what was changed.') },
	}),
	createRecoveryCode: endpoint({
		address: paths.createRecoveryCode,
		access: 'recovery-code.make',
		tag,
		summary: 'Make a one-time code for somebody who cannot sign in',
		body: RecoveryCodeRequest,
		responses: { 201: described(RecoveryCode, 'The code, told this once.') },
	}),
	recover: endpoint({
		address: paths.recover,
		access: 'public',
		tag,
		summary: 'Set a new password by a one-time code; signs in, and out everywhere else',
		body: RecoveryRequest,
		responses: { 200: described(Entered, 'Who has signed in by the code.'), 202: halfDone },
	}),
	codesMade: endpoint({
		address: paths.codesMade,
		access: 'learner',
		tag,
		summary: 'All codes that were ever made for my account, newest first',
		responses: { 200: described(CodeList, 'Every code, with who made it and when.') },
	}),
	seeCodes: endpoint({
		address: paths.seeCodes,
		access: 'learner',
		tag,
		summary: 'I know of the codes made until then',
		body: CodesSeen,
		responses: { 204: Type.Null({ description: 'I am not told of them again.' }) },
	}),
};
