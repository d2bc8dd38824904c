import Type from 'typebox';
import { described } from '../common.ts';
import { Entered } from '../merging.ts';
import * as paths from '../paths.ts';
import {
	BackupCodes,
	SecondStep,
	SecondStepBegin,
	SecondStepBegun,
	SecondStepCode,
	SecondStepProof,
} from '../second-step.ts';
import { endpoint } from './endpoint.ts';

const own = { access: 'learner', tag: 'accounts' } as const;

/** Signing in by two steps: the password, and a code of an authenticator app (RFC 6238). */
export const secondStep = {
	secondStep: endpoint({
		...own,
		address: paths.secondStep,
		summary: 'Whether I sign in by two steps',
		responses: { 200: described(SecondStep, 'How I sign in.') },
	}),
	beginSecondStep: endpoint({
		...own,
		address: paths.beginSecondStep,
		summary: 'Get a secret for an authenticator app',
		description: 'It counts once a code has confirmed it, within an hour; asking again gives another.',
		body: SecondStepBegin,
		responses: { 201: described(SecondStepBegun, 'The secret, told this once.') },
	}),
	confirmSecondStep: endpoint({
		...own,
		address: paths.confirmSecondStep,
		summary: 'Sign in by two steps from now on; signs out everywhere else',
		body: SecondStepCode,
		responses: { 200: described(BackupCodes, 'It is on; the backup codes, told this once.') },
	}),
	endSecondStep: endpoint({
		...own,
		address: paths.endSecondStep,
		summary: 'Sign in by the password alone again',
		body: SecondStepProof,
		responses: { 204: Type.Null({ description: 'No code is asked for any more.' }) },
	}),
	renewBackupCodes: endpoint({
		...own,
		address: paths.renewBackupCodes,
		summary: 'Get other backup codes; those until now are void',
		body: SecondStepProof,
		responses: { 201: described(BackupCodes, 'The codes, told this once.') },
	}),
	finishSignIn: endpoint({
		address: paths.finishSignIn,
		access: 'public',
		tag: 'accounts',
		summary: 'The second half of signing in',
		description:
			'Within five minutes of the first, by the cookie that it set. A code counts once. After five wrong ones in a row ' +
			'there are pauses, which grow.',
		body: SecondStepCode,
		responses: { 200: described(Entered, 'Who has signed in.') },
	}),
};
