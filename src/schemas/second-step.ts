import Type, { type Static } from 'typebox';
import { moment, nullable } from './common.ts';

export const SecondStep = Type.Object({
	since: nullable(
		Type.String(),
		'Since when codes are asked for, in ISO 8601; null: signing in takes the password alone.',
	),
	backupCodes: Type.Integer({ description: 'Backup codes that are left, 0 to 10.' }),
});
export type SecondStep = Static<typeof SecondStep>;

const password = Type.String({
	minLength: 1,
	maxLength: 200,
	description: 'My password once more, exactly as it was set.',
});
const Code = Type.String({
	minLength: 6,
	maxLength: 24,
	description: 'Six digits of the app, or a backup code; spaces, hyphens and case do not matter.',
});

export const SecondStepBegin = Type.Object({ password }, { additionalProperties: false });
export const SecondStepCode = Type.Object({ code: Code }, { additionalProperties: false });
export const SecondStepProof = Type.Object({ password, code: Code }, { additionalProperties: false });

export const SecondStepBegun = Type.Object({
	secret: Type.String({ description: 'What the app needs, in Base32, to be typed by hand.' }),
	uri: Type.String({ description: 'The same as an otpauth: address, to be made a QR code of.' }),
});
export type SecondStepBegun = Static<typeof SecondStepBegun>;

export const BackupCodes = Type.Object({
	codes: Type.Array(Type.String(), {
		description: 'Ten codes, told here alone; each stands in for the app once.',
	}),
});
export type BackupCodes = Static<typeof BackupCodes>;

/** The password was right. */
export const SecondHalf = Type.Object({
	until: moment('Until when the code is waited for.'),
});
