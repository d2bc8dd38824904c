import Type from 'typebox';
import { Certificate, CorrectionRequest } from '../certificate.ts';
import { described } from '../common.ts';
import { CorrectionRefusal, OpenCorrections, OwnCorrection } from '../correction.ts';
import * as paths from '../paths.ts';
import { ofSerial } from './certificates.ts';
import { endpoint } from './endpoint.ts';

const tag = 'certificates';
const ofRequest = Type.Object({
	...ofSerial.properties,
	id: Type.String({ maxLength: 200, description: 'The request, as a UUID.' }),
});

export const corrections = {
	correctCertificate: endpoint({
		address: paths.correctCertificate,
		access: 'learner',
		tag,
		summary: 'Have my certificate issued anew under the right name, or ask for it',
		description:
			'What changes case, diacritics, punctuation, spaces, the order of words or a mistyped letter is done at once, ' +
			'twice for a certificate. Everything else waits for an administrator or for somebody who looks after me. The name ' +
			'is compared with the one that was issued, or that was looked at last, not with what I have made of it since.',
		params: ofSerial,
		body: CorrectionRequest,
		responses: {
			200: described(
				Certificate,
				'The certificate that this request had issued before, or that has the name already.',
			),
			201: described(Certificate, 'The certificate under the right name, issued now.'),
			202: described(OwnCorrection, 'Somebody looks at it first; the certificate stays as it is until then.'),
		},
	}),
	ownCorrection: endpoint({
		address: paths.ownCorrection,
		access: 'learner',
		tag,
		summary: 'What became of the last correction that I asked for',
		params: ofSerial,
		responses: {
			200: described(OwnCorrection, 'The last one for this certificate that was not made at once.'),
		},
	}),
	withdrawCorrection: endpoint({
		address: paths.withdrawCorrection,
		access: 'learner',
		tag,
		summary: 'Take back a correction that I asked for',
		params: ofRequest,
		responses: { 204: Type.Null({ description: 'Nobody looks at it any more.' }) },
	}),
	openCorrections: endpoint({
		address: paths.openCorrections,
		access: 'certificate.correct',
		tag,
		summary: 'Corrections that wait for me or for others who may decide',
		description: 'Nobody decides about their own.',
		responses: { 200: described(OpenCorrections, 'Those that are open.') },
	}),
	acceptCorrection: endpoint({
		address: paths.acceptCorrection,
		access: 'certificate.correct',
		tag,
		summary: 'Issue a certificate anew under the name that its holder asked for',
		params: ofRequest,
		responses: { 201: described(Certificate, 'The certificate under that name, issued now.') },
	}),
	refuseCorrection: endpoint({
		address: paths.refuseCorrection,
		access: 'certificate.correct',
		tag,
		summary: 'Refuse a correction, with a reason that the holder reads',
		params: ofRequest,
		body: CorrectionRefusal,
		responses: { 204: Type.Null({ description: 'Refused; the certificate stays as it is.' }) },
	}),
};
